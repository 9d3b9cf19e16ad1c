import { DEAD_LETTER_PERMISSION_MISSING } from '../../constraints/aws-lambda/dead-letter-queue';
import { deadLetterPlaces } from '../dead-letter-places';
import { senderOf } from '../deliveries';
import type { Check } from '../finding';
import { refusedDelivery } from '../refused-deliveries';

/**
 * For certain when role and dead-letter queue are of the app, every policy of the role can be read, none of them,
 * nor the policy of the queue or topic, may allow the action, or one denies it, or a permissions boundary of the app
 * does not allow it.
 *
 * Conditions, policies of AWS and unknown values may allow it. `UnsupportedDeadLetterQueue` finds other targets.
 */
export const deadLetterPermissionMissing: Check = {
  rule: DEAD_LETTER_PERMISSION_MISSING,
  severity: 'error',
  find: ({ topology }) => deadLetterPlaces(topology, (target, node) =>
    target.kind === 'queue' || target.kind === 'topic' ? refusedDelivery(topology, target, senderOf(node), () => undefined) : undefined),
};
