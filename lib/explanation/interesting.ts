import { functionName, qualifierOf } from './names';
import type { QualifiedFunction, Topology } from '../topology';

/**
 * The functions whose events are worth explaining, by name: those that are configured or called.
 *
 * A function with a dead-letter queue counts, too: its author expects asynchronous calls, perhaps from outside the app.
 */
export function interesting(topology: Topology): QualifiedFunction[] {
  return sorted(topology, [...topology.qualifiedFunctions.values()].filter(({ target, configs, invocations, deadLetterQueue }) =>
    configs.length + invocations.length > 0 || (deadLetterQueue !== undefined && !target.qualified)));
}

/** Functions in the order of their names and qualifiers. */
export function sorted(topology: Topology, functions: QualifiedFunction[]): QualifiedFunction[] {
  const order = (fn: QualifiedFunction) => `${functionName(topology, fn)}\n${qualifierOf(topology, fn.target.qualifier)}`;
  return functions.sort((a, b) => order(a) < order(b) ? -1 : 1);
}
