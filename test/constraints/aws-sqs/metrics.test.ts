import { AGE_OF_OLDEST_MESSAGE, VISIBLE_MESSAGES } from '../../../lib/constraints/aws-sqs/metrics';

test('the metrics of a queue have its name as their only dimension', () => {
  const metrics = [VISIBLE_MESSAGES, AGE_OF_OLDEST_MESSAGE];

  expect(metrics.map(({ metricName, unit, statistic, dimensions }) => [metricName, unit, statistic, dimensions])).toEqual([
    ['ApproximateNumberOfMessagesVisible', 'Count', 'Maximum', [['QueueName']]],
    ['ApproximateAgeOfOldestMessage', 'Seconds', 'Maximum', [['QueueName']]],
  ]);
});
