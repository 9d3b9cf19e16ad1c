import { functionName, qualifierOf } from '../../explanation/names';
import { known, type Topology } from '../../topology';
import { selected } from '../explain/selection';
import { UsageError } from '../usage-error';

/** Where an event is sent. */
export interface Asked {
  /** Of the function in the topology. */
  readonly key: string;

  /** Absent for the unqualified function. */
  readonly qualifier?: string;
}

/**
 * The function that somebody asks for, by whatever people call it, with or without `:qualifier`.
 *
 * @throws UsageError when there is none of that name, when there are several, or when the app does not declare it
 */
export function functionAsked(topology: Topology, name: string, qualifier?: string): Asked {
  const found = selected(topology, name);
  const names = [...new Set(found.map(fn => functionName(topology, fn)))];
  if (names.length > 1) {
    throw new UsageError(`several functions of the app are called ${JSON.stringify(name)}. Use one of these names:\n${names.map(other => `  ${other}`).join('\n')}`);
  }
  const [{ target }] = found;
  if (!topology.functions.has(target.resource ?? '')) {
    throw new UsageError(`the app does not declare the function ${JSON.stringify(name)}, so nothing is known of it. Simulate the app that does.`);
  }
  const isQualified = found.length === 1 && name.endsWith(`:${qualifierOf(topology, target.qualifier)}`);
  if (isQualified && qualifier !== undefined) {
    throw new UsageError(`\`--function ${name}\` has a qualifier already, got also: \`--qualifier ${qualifier}\`. Use one of them.`);
  }
  return { key: target.resource!, qualifier: qualifier ?? (isQualified ? known(target.qualifier) : undefined) };
}
