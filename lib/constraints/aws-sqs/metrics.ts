import type { ServiceMetric } from '../service-metric';

const GUIDE = 'Amazon SQS developer guide, "Available CloudWatch metrics for Amazon SQS"';

/** The dimension with the name of a queue. */
export const QUEUE_NAME_DIMENSION = 'QueueName';

const ABOUT_QUEUE = { namespace: 'AWS/SQS', statistic: 'Maximum', dimensions: [[QUEUE_NAME_DIMENSION]], source: GUIDE } as const;

export const VISIBLE_MESSAGES: ServiceMetric = {
  ...ABOUT_QUEUE,
  metricName: 'ApproximateNumberOfMessagesVisible',
  unit: 'Count',
  says: 'The number of messages that a consumer could receive.',
};

export const AGE_OF_OLDEST_MESSAGE: ServiceMetric = {
  ...ABOUT_QUEUE,
  metricName: 'ApproximateAgeOfOldestMessage',
  unit: 'Seconds',
  says: 'The age of the oldest message that is not deleted.',
};
