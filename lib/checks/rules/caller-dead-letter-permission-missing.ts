import {
  CALLER_DEAD_LETTER_PERMISSION_MISSING, KEY_FOR_SERVICE, KEY_OF_SQS, SCHEDULE_KEY, SCHEDULE_ROLE,
} from '../../constraints/aws-lambda/caller-dead-letter-queue';
import { DELIVERY_ACTIONS, KEY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { senderOfKind } from '../../constraints/aws-lambda/sender';
import { arnOf, servicePermits, type StoreNode, type Target, type Topology } from '../../topology';
import { callerDeadLetterPlaces, type Caller } from '../caller-dead-letter-places';
import type { Found } from '../destination-places';
import type { Check } from '../finding';
import { named, nameOf } from '../names';
import { refusal, type Verdicts } from '../refusal';
import { refusedByRole } from '../refused-deliveries';

/**
 * For certain when the queue is of the app, and neither its policy nor, for a schedule, those of the role may allow the caller to send;
 * or when the same holds for the key of the queue, or AWS manages that key and the caller is a service.
 *
 * Conditions may hold, and a role of a rule target may have the permission.
 */
export const callerDeadLetterPermissionMissing: Check = {
  rule: CALLER_DEAD_LETTER_PERMISSION_MISSING,
  severity: 'error',
  find: ({ topology }) => callerDeadLetterPlaces(topology, (target, caller) => {
    const queue = topology.queues.get(target.resource ?? '');
    const isRead = queue && [queue.stack, caller.origin.stack].every(stack => topology.stacks.get(stack)?.unknowns.length === 0);
    if (!isRead || queue.condition !== undefined) {
      return undefined;
    }
    const principal = senderOfKind(caller.kind)?.principal;
    if (principal === undefined) {
      return refusedByRole(topology, target, caller.role, { grant: SCHEDULE_ROLE, key: SCHEDULE_KEY });
    }
    return caller.role === undefined ? refusedService(topology, target, queue, principal, caller) : undefined;
  }),
};

function refusedService(topology: Topology, target: Target, queue: StoreNode, principal: string, { origin }: Caller): Found | undefined {
  const name = named(topology, target);
  const refused = refusal(DELIVERY_ACTIONS.queue.map(action => [action, servicePermits(topology, queue.policy, principal, action, arnOf(target))]));
  if (refused !== undefined) {
    return { value: `${name}, for which ${principal} ${refused} for ${nameOf(topology, origin.key)}` };
  }
  if (queue.hasKeyOfAws) {
    return { value: `${name} with the key of SQS, which ${principal} may not use`, remedy: KEY_OF_SQS };
  }
  const key = queue.encryptionKey?.kind === 'key' ? queue.encryptionKey : undefined;
  const policy = topology.keys.get(key?.resource ?? '')?.policy;
  const verdicts: Verdicts = key && policy
    ? KEY_ACTIONS.queue.map(action => [action, servicePermits(topology, policy, principal, action, arnOf(key))])
    : [];
  const withoutKey = refusal(verdicts);
  return key && withoutKey ? { value: `${name} with ${named(topology, key)}, for which ${principal} ${withoutKey}`, remedy: KEY_FOR_SERVICE } : undefined;
}
