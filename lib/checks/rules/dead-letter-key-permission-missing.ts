import { DEAD_LETTER_KEY_PERMISSION_MISSING } from '../../constraints/aws-lambda/dead-letter-queue';
import { KEY_OF_OTHER_ACCOUNT } from '../../constraints/aws-lambda/destination';
import { deadLetterPlaces } from '../dead-letter-places';
import { senderOf } from '../deliveries';
import type { Check } from '../finding';
import { refusedKey } from '../refused-deliveries';

/**
 * For certain when role and dead-letter queue are of the app, and neither the policies of the role, where the key
 * leaves it to them, nor the policy of the key may allow an action, or one denies it.
 *
 * For a key outside the app, only a denial is certain, or that the role lacks the permission for a key of another account.
 */
export const deadLetterKeyPermissionMissing: Check = {
  rule: DEAD_LETTER_KEY_PERMISSION_MISSING,
  severity: 'error',
  find: ({ topology }) => deadLetterPlaces(topology, (target, node) =>
    target.kind === 'queue' || target.kind === 'topic' ? refusedKey(topology, target, senderOf(node), KEY_OF_OTHER_ACCOUNT) : undefined),
};
