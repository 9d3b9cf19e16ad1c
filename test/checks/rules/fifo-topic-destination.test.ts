import { aws_lambda_destinations as destinations, aws_sns as sns, type Stack } from 'aws-cdk-lib';
import { functionIn } from '../../topology/synthesized';
import { checked, of } from '../checked-apps';

test('FifoTopicDestination is found', () => {
  const found = checked(stack => {
    const topic = sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:123456789012:orders.fifo');
    functionIn(stack, 'Fn', { onSuccess: new destinations.SnsDestination(topic) });
  });
  expect(of('FifoTopicDestination', found)).toEqual([
    {
      id: 'FifoTopicDestination',
      severity: 'error',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnSuccess.Destination',
      value: 'arn:aws:sns:eu-west-1:123456789012:orders.fifo',
      message: '`DestinationConfig.OnSuccess.Destination` must be a standard topic, got: arn:aws:sns:eu-west-1:123456789012:orders.fifo. Lambda refuses FIFO topics as destinations: the deployment fails. Use a standard topic, or a function that publishes to the FIFO topic.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a standard topic', stack => {
      functionIn(stack, 'Fn', { onSuccess: new destinations.SnsDestination(new sns.Topic(stack, 'Topic')) });
    }],
  ])('%s', (_, build) => {
    expect(of('FifoTopicDestination', checked(build))).toEqual([]);
  });
});
