import { storeOf, waitsFor } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { functionAt, targetAt } from '../places';

/** Lets a config wait for the policies of its stack that allow the delivery. */
export const waitingConfig: Fixer = ({ key, stack, property }, context) => {
  const { topology } = context;
  const role = topology.roles.get(context.roleOf(functionAt(context, key)) ?? '');
  const store = storeOf(topology, targetAt(context, key, property)?.resource);
  const statements = [...role?.statements ?? [], ...store?.policy ?? []];
  const policies = [...new Set(statements.map(({ origin }) => origin))]
    .filter(policy => policy !== role?.key && topology.resources.get(policy)?.stack === stack && !waitsFor(topology, key, policy));
  const draft = new Draft(context);
  policies.forEach(policy => draft.wait(key, topology.resources.get(policy)!.logicalId));
  return draft.fix('Let the config wait for the policy.');
};
