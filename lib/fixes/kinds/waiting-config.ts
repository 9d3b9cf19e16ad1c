import { checkedDelivery } from '../../checks/deliveries';
import { storeOf, waitsFor } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { destinationAt } from '../places';

/** Lets a config wait for the policies of its stack that allow the delivery. */
export const waitingConfig: Fixer = ({ key, stack, property }, context) => {
  const { topology } = context;
  const { config, target } = destinationAt(context, key, property) ?? {};
  const delivery = config && target && target.kind !== 'unknown' && checkedDelivery(topology, target, config);
  if (!delivery) {
    return undefined;
  }
  const statements = [...delivery.role.statements, ...storeOf(topology, delivery.target.resource)?.policy ?? []];
  const policies = [...new Set(statements.map(({ origin }) => origin))]
    .filter(policy => policy !== delivery.role.key && topology.resources.get(policy)?.stack === stack && !waitsFor(topology, key, policy));
  const draft = new Draft(context);
  policies.forEach(policy => draft.wait(key, topology.resources.get(policy)!.logicalId));
  return draft.fix('Let the config wait for the policy.');
};
