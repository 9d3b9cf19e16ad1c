import { type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/fifo-topic-destination';
import { checked, of } from '../checked-apps';

test('FifoTopicDestination is found', () => {
  const found = checked(example.found);
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
    ['a standard topic', example.innocent],
  ])('%s', (_, build) => {
    expect(of('FifoTopicDestination', checked(build))).toEqual([]);
  });
});
