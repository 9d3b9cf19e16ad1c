import { aws_lambda_destinations as destinations, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/record-too-large-for-queue';
import { functionIn } from '../../topology/synthesized';
import { checked, of } from '../checked-apps';

test('RecordTooLargeForQueue is found', () => {
  const found = checked(example.found);
  expect(of('RecordTooLargeForQueue', found)).toEqual([
    {
      id: 'RecordTooLargeForQueue',
      severity: 'warning',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/Queue, which takes 262144 bytes',
      message: '`DestinationConfig.OnFailure.Destination` must be a queue that takes messages of 1048576 bytes, got: S/Queue, which takes 262144 bytes. A record holds the event, which may be that large, and the response: a record that the queue refuses is lost, and only the metric `DestinationDeliveryFailures` shows it. Remove `maxMessageSizeBytes` from the queue, or use a bucket.',
    },
  ]);
});

test('a queue for successes cannot be replaced by a bucket', () => {
  const found = checked(stack => {
    functionIn(stack, 'Fn', { onSuccess: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue', { maxMessageSizeBytes: 262_144 })) });
  });
  expect(of('RecordTooLargeForQueue', found)).toMatchObject([{ message: expect.stringMatching(/shows it\. Remove `maxMessageSizeBytes` from the queue\.$/) }]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['the size that new queues have', stack => {
      functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
    }],
    ['that size, written', example.innocent],
  ])('%s', (_, build) => {
    expect(of('RecordTooLargeForQueue', checked(build))).toEqual([]);
  });
});
