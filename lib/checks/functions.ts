import type { FunctionNode, Target, Topology } from '../topology';

/** The function of the app that a target refers to, with any qualifier. */
export function functionOf(topology: Topology, target: { readonly kind: string; readonly resource?: string }): FunctionNode | undefined {
  return target.kind === 'function' && target.resource !== undefined ? topology.functions.get(target.resource) : undefined;
}

/** Whether a target is certainly a durable function. */
export function isDurable(topology: Topology, target: { readonly kind: string }): boolean {
  const durable = functionOf(topology, target as Target)?.durable;
  return durable !== undefined && !('reason' in durable);
}
