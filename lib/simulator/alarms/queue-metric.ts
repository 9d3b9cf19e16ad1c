import type { QueueMetricName } from './metric-book';

/** The messages of a queue, as metrics see them. Times are in milliseconds since 1970. */
export interface MeasuredQueue {
  readonly messages: ReadonlyArray<{ readonly sentAt: number; readonly visibleAt: number }>;
}

/**
 * The value of a metric of a queue: a number of messages, or an age in seconds. It is 0 for a queue without messages.
 *
 * @param now in milliseconds since 1970
 */
export function queueMetric(queue: MeasuredQueue, name: QueueMetricName, now: number): number {
  const { messages } = queue;
  switch (name) {
    case 'ApproximateNumberOfMessagesVisible': return messages.filter(({ visibleAt }) => visibleAt <= now).length;
    case 'ApproximateAgeOfOldestMessage': return messages.reduce((oldest, { sentAt }) => Math.max(oldest, (now - sentAt) / 1000), 0);
  }
}
