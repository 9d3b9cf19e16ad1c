import { functionName } from '../../explanation/names';
import type { Topology } from '../../topology';
import { named } from '../explain/selection';
import { UsageError } from '../usage-error';

/** The function that the event is for. */
export interface Asked {
  /** The key of the function in the topology. */
  readonly key: string;

  /** Its path, or its name where the app tells no path. */
  readonly name: string;

  /** Absent for the unqualified function. */
  readonly qualifier?: string;
}

/**
 * Finds the function that `--function` names, with or without `:qualifier`.
 *
 * @throws UsageError if the app has no such function, has several, or does not declare it
 */
export function functionAsked(topology: Topology, wanted: string, qualifier?: string): Asked {
  const found = named(topology, wanted);
  const [name, ...others] = new Set(found.functions.map(fn => functionName(topology, fn)));
  if (others.length > 0) {
    throw new UsageError(`several functions of the app are called ${JSON.stringify(wanted)}. Use one of these names:\n${[name, ...others].map(each => `  ${each}`).join('\n')}`);
  }
  const [{ target }] = found.functions;
  if (!topology.functions.has(target.resource ?? '')) {
    throw new UsageError(`the app refers to the function ${JSON.stringify(wanted)}, but does not declare it. Simulate the app that declares it.`);
  }
  if (found.qualifier !== undefined && qualifier !== undefined) {
    throw new UsageError(`\`--function ${wanted}\` has a qualifier already, got also: \`--qualifier ${qualifier}\`. Use one of them.`);
  }
  return { key: target.resource!, name, qualifier: qualifier ?? found.qualifier };
}
