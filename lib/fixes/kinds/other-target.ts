import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { functionAt, targetAt } from '../places';

/** Removes the dead-letter queue of a function that has a failure destination. */
export const withoutDeadLetterQueue: Fixer = ({ key }, context) => {
  const fn = functionAt(context, key);
  return fn && new Draft(context).remove(fn.key, 'DeadLetterConfig').fix('Remove the dead-letter queue.');
};

/** Removes the limit for messages from the queue that is a destination. */
export const withoutMessageLimit: Fixer = ({ key, property }, context) => {
  const queue = context.topology.queues.get(targetAt(context, key, property)?.resource ?? '');
  return queue && new Draft(context).remove(queue.key, 'MaximumMessageSize').fix('Remove the limit for messages.');
};
