import type { Finding } from '../../../checks';
import type { QualifiedFunction, Target, Topology, Unknown } from '../../../topology';

/** Yields the findings about the way of a function's events: at the function, its config, callers, destinations, role and keys. */
export function aboutFunctions(topology: Topology, findings: readonly Finding[]): (fn: QualifiedFunction) => Finding[] {
  const stackIds = new Map([...topology.stacks.values()].map(({ id, displayName }) => [displayName, id]));
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${stackIds.get(finding.stack)}.${finding.logicalId}`;
    byKey.set(key, [...byKey.get(key) ?? [], finding]);
  }
  const permissions = new Map<string, string[]>();
  for (const { key, function: target } of topology.permissions) {
    if (target.kind === 'function') {
      permissions.set(target.functionKey, [...permissions.get(target.functionKey) ?? [], key]);
    }
  }
  return fn => {
    const keys = new Set([...keysOf(topology, fn), ...permissions.get(fn.target.functionKey) ?? []]);
    return [...keys].flatMap(key => byKey.get(key) ?? []).sort((a, b) => rank(a) - rank(b));
  };
}

function rank({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1;
}

/** The keys of the resources on the way of a function's events. */
function keysOf(topology: Topology, fn: QualifiedFunction): string[] {
  const { target, declaredBy, configs, invocations, onSuccess, onFailure, deadLetterQueue } = fn;
  const role = topology.functions.get(target.resource ?? '')?.role;
  return [
    target.resource,
    declaredBy,
    ...configs.map(({ key }) => key),
    ...invocations.map(({ origin }) => origin.key),
    ...[onSuccess, onFailure, deadLetterQueue, role].map(resourceOf),
  ].filter(key => key !== undefined);
}

function resourceOf(target: Target | Unknown | undefined): string | undefined {
  return target && target.kind !== 'unknown' ? target.resource : undefined;
}
