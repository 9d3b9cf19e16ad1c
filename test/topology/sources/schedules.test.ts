import { Duration, aws_scheduler as scheduler, aws_scheduler_targets as targets, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';

test('reads a schedule with its retries', () => {
  const { invocations } = stackOf(stack => {
    new scheduler.Schedule(stack, 'Schedule', {
      schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)),
      enabled: false,
      target: new targets.LambdaInvoke(functionIn(stack, 'Fn'), {
        retryAttempts: 3, maxEventAge: Duration.minutes(5), deadLetterQueue: new sqs.Queue(stack, 'Lost'),
      }),
    });
  });
  expect(invocations).toMatchObject([{
    kind: 'schedule',
    property: 'Target.Arn',
    to: { kind: 'function' },
    retryAttempts: literal(3),
    maxEventAge: literal(300),
    deadLetterQueue: { kind: 'queue' },
    role: { kind: 'role' },
    enabled: literal(false),
  }]);
});
