import {
  DEAD_LETTER_ERROR_MESSAGE,
  DEAD_LETTER_QUEUE_AND_FAILURE_DESTINATION,
  DEAD_LETTER_QUEUE_IN_OTHER_REGION,
  DEAD_LETTER_TARGET_ARN,
  FIFO_DEAD_LETTER_QUEUE,
  UNSUPPORTED_DEAD_LETTER_QUEUE,
} from '../../../lib/constraints/aws-lambda/dead-letter-queue';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:dead';

describe('the target', () => {
  test.each(['', QUEUE, 'arn:aws-us-gov:sns:us-gov-west-1:123456789012:dead', QUEUE.padEnd(2048, 'd')])('%p is accepted', arn => {
    expect(violation(DEAD_LETTER_TARGET_ARN, arn)).toBeUndefined();
  });

  test.each(['dead', 'https://sqs.us-east-1.amazonaws.com/123456789012/dead', 'arn:azure:sqs:x:y:z', `x${QUEUE}`, 'arn:aws:SQS:r:a:q'])('%p is refused', arn => {
    expect(violation(DEAD_LETTER_TARGET_ARN, arn)).toBe(`\`deadLetterQueue\` must be at most 2048 characters: the ARN of a queue or topic, got: "${arn}"`);
  });

  test('of 2049 characters is refused', () => {
    expect(violation(DEAD_LETTER_TARGET_ARN, QUEUE.padEnd(2049, 'd'))).toContain('(2049 characters)');
  });
});

test('the error message of a dead letter has 1 KB', () => {
  expect(violation(DEAD_LETTER_ERROR_MESSAGE, 'e'.repeat(1024))).toBeUndefined();
  expect(violation(DEAD_LETTER_ERROR_MESSAGE, 'e'.repeat(1025))).toBe('`errorMessage` must be at most 1024 bytes, got: 1025 bytes');
});

test('a FIFO queue is refused in the words of the service', () => {
  expect(broken(FIFO_DEAD_LETTER_QUEUE, 'deadLetterQueue', 'Stack/Queue')).toBe(
    '`deadLetterQueue` must be a standard queue or a standard topic, got: Stack/Queue. ' +
    'Lambda refuses FIFO targets: "Invalid dead letter queue ARN: FIFO SQS queue is not supported for dead letter configuration". ' +
    'Use a standard queue or topic.',
  );
});

test.each([
  [UNSUPPORTED_DEAD_LETTER_QUEUE, 'UnsupportedDeadLetterQueue', 'The service specified by the TargetArn is not supported for dead letter configuration.'],
  [DEAD_LETTER_QUEUE_IN_OTHER_REGION, 'DeadLetterQueueInOtherRegion', "must be in the same region as the Lambda function it's associated with."],
  [DEAD_LETTER_QUEUE_AND_FAILURE_DESTINATION, 'DeadLetterQueueAndFailureDestination', 'sends every failed event to both'],
])('%p tells what Lambda does', (rule, id, consequence) => {
  expect(rule.id).toBe(id);
  expect(rule.consequence).toContain(consequence);
});
