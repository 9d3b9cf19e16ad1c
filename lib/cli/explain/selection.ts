import { isForDeployment } from '../../explanation/cloudformation';
import { functionName, qualifierOf } from '../../explanation/names';
import type { QualifiedFunction, Topology } from '../../topology';
import { UsageError } from '../usage-error';

/** The functions and qualifiers to explain: those that somebody other than CloudFormation configures or calls, or the ones that are asked for. */
export function selected(topology: Topology, wanted?: string): QualifiedFunction[] {
  const all = [...topology.qualifiedFunctions.values()];
  const chosen = wanted === undefined
    ? interesting(topology).filter(fn => !isForDeployment(topology, fn))
    : all.filter(fn => isWanted(topology, fn, wanted));
  if (wanted !== undefined && chosen.length === 0) {
    const known = [...new Set(all.map(fn => functionName(topology, fn)))].sort();
    throw new UsageError(`there is no function ${JSON.stringify(wanted)} in the app. ${known.length === 0 ? 'It has none.' : `Its functions are:\n${known.map(name => `  ${name}`).join('\n')}`}`);
  }
  return chosen.sort((a, b) => order(topology, a) < order(topology, b) ? -1 : 1);
}

/** What is not explained unless it is asked for: it has a config, but only CloudFormation calls it. */
export function leftOut(topology: Topology): QualifiedFunction[] {
  return interesting(topology).filter(fn => isForDeployment(topology, fn)).sort((a, b) => order(topology, a) < order(topology, b) ? -1 : 1);
}

/** Whoever gives a function a dead-letter queue expects it to be called asynchronously, if by nobody in the app. */
function interesting({ qualifiedFunctions }: Topology): QualifiedFunction[] {
  return [...qualifiedFunctions.values()].filter(({ target, configs, invocations, deadLetterQueue }) =>
    configs.length + invocations.length > 0 || (deadLetterQueue !== undefined && !target.qualified));
}

function order(topology: Topology, fn: QualifiedFunction): string {
  return `${functionName(topology, fn)}\n${qualifierOf(topology, fn.target.qualifier)}`;
}

/** A construct path may end in a name with a colon, so both readings are tried. */
function isWanted(topology: Topology, fn: QualifiedFunction, wanted: string): boolean {
  const qualifier = `:${qualifierOf(topology, fn.target.qualifier)}`;
  const names = namesOf(topology, fn);
  return names.includes(wanted) || (wanted.endsWith(qualifier) && names.includes(wanted.slice(0, -qualifier.length)));
}

/** Whatever people call a function: its path, every end of the path, its logical id, its name. */
function namesOf(topology: Topology, fn: QualifiedFunction): string[] {
  const path = functionName(topology, fn).split('/');
  const node = topology.functions.get(fn.target.resource ?? '');
  return [
    ...path.map((_, index) => path.slice(index).join('/')),
    ...node ? [node.logicalId] : [],
    ...node?.name?.kind === 'literal' ? [node.name.value] : [],
  ];
}
