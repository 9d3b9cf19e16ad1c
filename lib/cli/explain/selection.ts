import { isForDeployment } from '../../explanation/cloudformation';
import { interesting, sorted } from '../../explanation/interesting';
import { functionName, qualifiedName, qualifierOf } from '../../explanation/names';
import { unread, type QualifiedFunction, type Topology } from '../../topology';
import { unknownQualifier } from '../unknown-qualifier';
import { unreadInWords } from '../unread-in-words';
import { UsageError } from '../usage-error';

/** Functions that a user names, and the qualifier behind the name. */
export interface Named {
  /** Every qualifier of every function with that name. */
  readonly functions: readonly QualifiedFunction[];
  readonly name: string;

  /** Absent where the user writes no qualifier. */
  readonly qualifier?: string;
}

/**
 * The functions and qualifiers to explain: those with the wanted name, or else all that are configured or called by more than CloudFormation.
 *
 * @throws UsageError if the app has no such function, or if the function has no such qualifier
 */
export function selected(topology: Topology, wanted?: string): QualifiedFunction[] {
  if (wanted === undefined) {
    return interesting(topology).filter(fn => !isForDeployment(topology, fn));
  }
  const { functions, name, qualifier } = named(topology, wanted);
  const chosen = functions.filter(fn => qualifier === undefined || qualifierOf(topology, fn.target.qualifier) === qualifier);
  if (chosen.length === 0) {
    throw unknownQualifier(qualifier!, name, functions.map(fn => qualifiedName(topology, fn)));
  }
  return chosen;
}

/** The functions that have a config, but are called by CloudFormation alone. */
export function leftOut(topology: Topology): QualifiedFunction[] {
  return interesting(topology).filter(fn => isForDeployment(topology, fn));
}

/**
 * Finds the functions that a text names, with or without `:qualifier`.
 *
 * The id of a construct may contain a colon, so the longest name that fits counts.
 *
 * @throws UsageError if the app has no such function
 */
export function named(topology: Topology, wanted: string): Named {
  const all = sorted(topology, [...topology.qualifiedFunctions.values()]);
  for (let end = wanted.length; end > 0; end = wanted.lastIndexOf(':', end - 1)) {
    const name = wanted.slice(0, end);
    const functions = all.filter(fn => namesOf(topology, fn).includes(name));
    if (functions.length > 0) {
      return { functions, name, qualifier: end < wanted.length ? wanted.slice(end + 1) : undefined };
    }
  }
  const known = [...new Set(all.map(fn => functionName(topology, fn)))].sort();
  const [hidden] = unreadInWords(unread(topology));
  const functions = known.length > 0 ? `Its functions are:\n${known.map(name => `  ${name}`).join('\n')}` : hidden ? 'It has none that could be read.' : 'It has none.';
  throw new UsageError(`there is no function ${JSON.stringify(wanted)} in the app. ${functions}${hidden ? `\n${hidden}` : ''}`);
}

/** The names that a user may write: the path, every end of the path, the logical id, the function name. */
function namesOf(topology: Topology, fn: QualifiedFunction): string[] {
  const path = functionName(topology, fn).split('/');
  const node = topology.functions.get(fn.target.resource ?? '');
  return [
    ...path.map((_, index) => path.slice(index).join('/')),
    ...node ? [node.logicalId] : [],
    ...node?.name?.kind === 'literal' ? [node.name.value] : [],
  ];
}
