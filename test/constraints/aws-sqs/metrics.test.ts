import { AGE_OF_OLDEST_MESSAGE, MESSAGE_RETENTION, VISIBLE_MESSAGES } from '../../../lib/constraints/aws-sqs/metrics';
import { violation } from '../../../lib/constraints/violation';

test('the metrics of a queue have its name as their only dimension', () => {
  const metrics = [VISIBLE_MESSAGES, AGE_OF_OLDEST_MESSAGE];

  expect(metrics.map(({ metricName, unit, statistic, dimensions }) => [metricName, unit, statistic, dimensions])).toEqual([
    ['ApproximateNumberOfMessagesVisible', 'Count', 'Maximum', [['QueueName']]],
    ['ApproximateAgeOfOldestMessage', 'Seconds', 'Maximum', [['QueueName']]],
  ]);
});

test.each([[59, false], [60, true], [1_209_600, true], [1_209_601, false]])('a queue keeps messages for %d seconds: %s', (seconds, accepted) => {
  expect(violation(MESSAGE_RETENTION, seconds) === undefined).toBe(accepted);
});
