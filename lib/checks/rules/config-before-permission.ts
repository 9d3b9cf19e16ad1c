import { CONFIG_BEFORE_PERMISSION } from '../../constraints/aws-lambda/destination';
import { waitsFor, type Statement, type Topology } from '../../topology';
import { checkedDelivery, verdicts } from '../deliveries';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named, nameOf } from '../names';

/**
 * For certain when the delivery is allowed, but no longer without the policies of the config's own
 * stack for which the config does not wait: neither by `DependsOn` nor by reference nor through others.
 *
 * In what order stacks are deployed is not known here, so policies of other stacks are taken to be there.
 */
export const configBeforePermission: Check = {
  rule: CONFIG_BEFORE_PERMISSION,
  severity: 'warning',
  find: topology => destinationPlaces(topology, (target, config) => {
    const delivery = checkedDelivery(topology, target, config);
    if (!delivery || verdicts(topology, delivery).some(([, verdict]) => verdict !== 'allowed')) return undefined;
    const late = [...new Set(delivery.role.statements.map(({ origin }) => origin))]
      .filter(origin => origin !== delivery.role.key && isOf(topology, origin, config.stack) && !waitsFor(topology, config.key, origin));
    const early = (statement: Statement) => !late.includes(statement.origin);
    const isMissing = late.length > 0
      && verdicts(topology, delivery, delivery.role.statements.filter(early)).some(([, verdict]) => verdict === 'missing');
    return isMissing && `${named(topology, target)}, which ${late.map(key => nameOf(topology, key)).join(' and ')} may allow later`;
  }),
};

function isOf(topology: Topology, key: string, stack: string): boolean {
  return topology.resources.get(key)?.stack === stack;
}
