import { aws_kinesis as kinesis, aws_logs as logs, aws_logs_destinations as destinations } from 'aws-cdk-lib';
import { functionIn, stackOf } from '../synthesized';

test('reads functions and streams that get logs', () => {
  const { invocations, deliveries } = stackOf(stack => {
    const logGroup = new logs.LogGroup(stack, 'Log');
    const filterPattern = logs.FilterPattern.allEvents();
    logGroup.addSubscriptionFilter('ToFunction', { filterPattern, destination: new destinations.LambdaDestination(functionIn(stack, 'Fn')) });
    logGroup.addSubscriptionFilter('ToStream', { filterPattern, destination: new destinations.KinesisDestination(new kinesis.Stream(stack, 'Stream')) });
  });
  expect(invocations).toMatchObject([
    { kind: 'log-subscription', origin: { path: 'S/Log/ToFunction/Resource' }, property: 'DestinationArn', to: { kind: 'function' } },
  ]);
  expect(deliveries).toMatchObject([{ kind: 'log-subscription', to: { kind: 'other', service: 'kinesis' }, role: { kind: 'role' } }]);
});
