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

test('reads the subscription of a whole account', () => {
  const { invocations } = stackOf(stack => {
    const policyDocument = stack.toJsonString({ DestinationArn: functionIn(stack, 'Fn').functionArn, FilterPattern: '' });
    new logs.CfnAccountPolicy(stack, 'Policy', { policyName: 'all', policyType: 'SUBSCRIPTION_FILTER_POLICY', policyDocument });
    new logs.CfnAccountPolicy(stack, 'Other', { policyName: 'other', policyType: 'DATA_PROTECTION_POLICY', policyDocument: '{}' });
  });
  expect(invocations).toMatchObject([
    { kind: 'log-subscription', origin: { path: 'S/Policy' }, property: 'PolicyDocument.DestinationArn', to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) } },
  ]);
});

test.each<[string, string, string]>([
  ['without a destination', '{}', '`DestinationArn` is missing'],
  ['that is not JSON', 'none', 'it is not JSON'],
])('does not guess a policy %s', (_, policyDocument, reason) => {
  const { deliveries } = stackOf(stack => {
    new logs.CfnAccountPolicy(stack, 'Policy', { policyName: 'all', policyType: 'SUBSCRIPTION_FILTER_POLICY', policyDocument });
  });
  expect(deliveries).toMatchObject([{ to: { kind: 'unknown', reason } }]);
});
