import { statementWithFixedNames, withFixedNames } from './fixed-names';
import { policyPermits, type Verdict } from './permits';
import type { Statement } from './statement';
import type { Topology } from '../topology';
import { literal, type Text } from '../values/value';

/**
 * Whether a resource policy allows an action to a service. The policies of an account do not cover services.
 *
 * Conditions, e.g. on the source, may hold: a statement with some never decides.
 */
export function servicePermits(topology: Topology, policy: readonly Statement[], principal: string, action: string, resource: Text): Verdict {
  const principals = [literal(principal)];
  const verdict = policyPermits(policy, action, resource, principals);
  if (verdict !== 'unknown') {
    return verdict;
  }
  const named = policy.map(statement => statementWithFixedNames(topology, statement));
  return policyPermits(named, action, withFixedNames(topology, resource), principals);
}
