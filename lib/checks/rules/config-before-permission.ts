import { CONFIG_BEFORE_PERMISSION } from '../../constraints/aws-lambda/destination';
import { storeOf, waitsFor, type EventInvokeConfig, type Topology } from '../../topology';
import { checkedDelivery, verdicts } from '../deliveries';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { named, nameOf } from '../names';

/**
 * For certain when the delivery is allowed, but no longer without the policies of the config's own
 * stack, those of the destination included, for which the config does not wait: neither by `DependsOn`
 * nor by reference nor through others.
 *
 * The order of stacks is unknown, so the check assumes that policies of other stacks exist.
 */
export const configBeforePermission: Check = {
  rule: CONFIG_BEFORE_PERMISSION,
  severity: 'warning',
  find: context => destinationPlaces(context, (target, config) => {
    const { topology } = context;
    const delivery = checkedDelivery(topology, target, config);
    if (!delivery) {
      return undefined;
    }
    const { role } = delivery;
    const isLate = (policy: string) => policy !== role.key && isOf(topology, policy, config.stack)
      && !functionWaitsFor(topology, config, policy) && !waitsFor(topology, config.key, policy);
    const policies = [...new Set([...role.statements, ...storeOf(topology, target.resource)?.policy ?? []].map(({ origin }) => origin))];
    if (!policies.some(isLate)) {
      return undefined;
    }
    const early = verdicts(topology, delivery, ({ origin }) => !isLate(origin));
    if (early.every(([, verdict]) => verdict !== 'missing') || verdicts(topology, delivery).some(([, verdict]) => verdict !== 'allowed')) {
      return undefined;
    }
    const helps = (policy: string) => verdicts(topology, delivery, ({ origin }) => !isLate(origin) || origin === policy)
      .some(([, verdict], index) => verdict !== early[index][1]);
    const late = policies.filter(policy => isLate(policy) && helps(policy));
    return `${named(topology, target)}, which ${late.map(key => nameOf(topology, key)).join(' and ')} may allow later`;
  }),
};

/**
 * Whether a config refers to a function with a `DependsOn` on the policy, as aws-cdk-lib writes it.
 *
 * That settles most configs. To follow all references of one takes 10 µs.
 */
function functionWaitsFor({ resources }: Topology, { function: fn }: EventInvokeConfig, policy: string): boolean {
  const name = fn.kind === 'function' ? fn.name : fn;
  return name.kind === 'reference' && resources.get(name.resource)?.dependsOn.includes(policy) === true;
}

function isOf(topology: Topology, key: string, stack: string): boolean {
  return topology.resources.get(key)?.stack === stack;
}
