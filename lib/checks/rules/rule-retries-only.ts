import { RULE_RETRIES_ONLY } from '../../constraints/aws-lambda/event-queue';
import { known } from '../../topology';
import type { Check } from '../finding';
import { functionOf } from '../functions';
import { isSwitchedOn } from '../invocations';
import { named } from '../names';

/**
 * For certain when an enabled rule or schedule has 0 retries, and no config sets the retries of
 * the function, which is of the app and not durable. An explicit number of retries is intended.
 */
export const ruleRetriesOnly: Check = {
  rule: RULE_RETRIES_ONLY,
  severity: 'warning',
  *find({ topology, configs }) {
    for (const invocation of topology.invocations) {
      const { kind, origin, property, to, retryAttempts } = invocation;
      if (kind !== 'event-rule' && kind !== 'schedule' || known(retryAttempts) !== 0 || !isSwitchedOn(invocation) || to.kind !== 'function') {
        continue;
      }
      const node = functionOf(topology, to);
      const qualified = topology.qualifiedFunctions.get(to.key)!;
      const unsaid = qualified.configs.every(config => config.retryAttempts === undefined && config.condition === undefined);
      if (!node || node.durable !== undefined || !unsaid || !configs.areComplete(node)) {
        continue;
      }
      yield {
        origin,
        property: property.replace(/Arn$/, 'RetryPolicy.MaximumRetryAttempts'),
        value: `0 for ${named(topology, to)}, which is retried ${known(qualified.retryAttempts)} times`,
      };
    }
  },
};
