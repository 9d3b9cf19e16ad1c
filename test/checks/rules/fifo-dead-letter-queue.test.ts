import { aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/fifo-dead-letter-queue';
import { checked, of } from '../checked-apps';

test('FifoDeadLetterQueue is found', () => {
  const found = checked(example.found);
  expect(of('FifoDeadLetterQueue', found)).toEqual([
    {
      id: 'FifoDeadLetterQueue',
      severity: 'error',
      path: 'S/Fn/Resource',
      property: 'DeadLetterConfig.TargetArn',
      value: 'S/Queue',
      message: '`DeadLetterConfig.TargetArn` must be a standard queue or a standard topic, got: S/Queue. Lambda refuses FIFO targets: "Invalid dead letter queue ARN: FIFO SQS queue is not supported for dead letter configuration". Use a standard queue or topic.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a standard queue', example.innocent],
    ['the FIFO dead-letter queue of a FIFO queue', stack => {
      const queue = new sqs.Queue(stack, 'Lost', { fifo: true });
      new sqs.Queue(stack, 'Queue', { fifo: true, deadLetterQueue: { queue, maxReceiveCount: 3 } });
    }],
  ])('%s', (_, build) => {
    expect(of('FifoDeadLetterQueue', checked(build))).toEqual([]);
  });
});
