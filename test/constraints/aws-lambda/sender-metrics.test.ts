import { SENDERS } from '../../../lib/constraints/aws-lambda/sender';
import { SENDER_METRICS } from '../../../lib/constraints/aws-lambda/sender-metrics';

test('every sender with a dead-letter queue has metrics', () => {
  const kinds = Object.keys(SENDERS).filter(kind => SENDERS[kind].deadLetterQueue);

  expect(Object.keys(SENDER_METRICS).sort()).toEqual(kinds.sort());
});

test('each tells what is lost without and with a dead-letter queue', () => {
  const metrics = Object.values(SENDER_METRICS);
  const names = metrics.map(({ failed, deadLetterFailed }) => [failed.namespace, failed.metricName, deadLetterFailed.metricName]);

  expect(names).toEqual([
    ['AWS/Events', 'FailedInvocations', 'InvocationsFailedToBeSentToDlq'],
    ['AWS/SNS', 'NumberOfNotificationsFailed', 'NumberOfNotificationsFailedToRedriveToDlq'],
    ['AWS/Scheduler', 'InvocationDroppedCount', 'InvocationsFailedToBeSentToDeadLetterCount'],
  ]);
});
