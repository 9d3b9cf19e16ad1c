import {
  BUCKET_ON_SUCCESS,
  DELIVERY_ACTIONS,
  DESTINATION_ARN,
  DESTINATION_IN_OTHER_ACCOUNT,
  DESTINATION_IN_OTHER_REGION,
  DESTINATION_LOOP,
  DESTINATION_PERMISSION_MISSING,
  DESTINATION_SERVICES,
  DURABLE_FUNCTION_DESTINATION,
  FIFO_QUEUE_DESTINATION,
  FIFO_TOPIC_DESTINATION,
  KEY_ACTIONS,
  RECORD_TOO_LARGE_FOR_QUEUE,
  RESPONSE_ONLY_NEVER_MATCHES,
  SELF_DESTINATION,
  UNSUPPORTED_DESTINATION,
} from '../../../lib/constraints/aws-lambda/destination';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:q';

describe('the ARN', () => {
  test.each([
    '', QUEUE, QUEUE.padEnd(350, 'q'), 'arn:aws:s3:::b', 'arn:aws-us-gov:sns:us-gov-west-1:123456789012:t',
    'arn:aws-iso-b:sqs:us-isob-east-1:123456789012:q', 'arn:aws-eusc:lambda:eusc-de-east-1:123456789012:function:f:$LATEST',
  ])('%p is accepted', arn => {
    expect(violation(DESTINATION_ARN, arn)).toBeUndefined();
  });

  test.each([
    'q', 'kafka://topic', 'arn:aws:sqs:us-east-1:123456789012', 'arn:aws:sqs:us-east:123456789012:q', 'arn:aws:sqs:us-east-1:12345:q',
    'arn:azure:sqs:us-east-1:123456789012:q', `x${QUEUE}`, 'arn:aws:sqs:US-EAST-1:123456789012:q',
  ])('%p is refused', arn => {
    expect(violation(DESTINATION_ARN, arn, 'onFailure')).toBe(
      `\`onFailure\` must be at most 350 characters: the ARN of a queue, topic, event bus, function or bucket, got: "${arn}"`,
    );
  });

  test('of 351 characters is refused', () => {
    expect(violation(DESTINATION_ARN, QUEUE.padEnd(351, 'q'))).toMatch(/^`destination` must be at most 350 characters: .* \(351 characters\)$/);
  });
});

test('each kind has one service, and the actions that the role needs', () => {
  expect(DESTINATION_SERVICES).toEqual({ sqs: 'queue', sns: 'topic', events: 'bus', lambda: 'function', s3: 'bucket' });
  expect(DELIVERY_ACTIONS).toEqual({
    queue: ['sqs:SendMessage'],
    topic: ['sns:Publish'],
    bus: ['events:PutEvents'],
    function: ['lambda:InvokeFunction'],
    bucket: ['s3:ListBucket', 's3:PutObject'],
  });
  expect(KEY_ACTIONS).toEqual({
    queue: ['kms:Decrypt', 'kms:GenerateDataKey'],
    topic: ['kms:Decrypt', 'kms:GenerateDataKey'],
    bucket: ['kms:GenerateDataKey'],
  });
});

test('a FIFO queue is refused with the way out', () => {
  expect(broken(FIFO_QUEUE_DESTINATION, 'onFailure', 'Stack/Queue')).toBe(
    '`onFailure` must be a standard queue, got: Stack/Queue. ' +
    'Lambda refuses FIFO queues as destinations: the deployment fails. ' +
    'Use a standard queue, or a function that writes to the FIFO queue.',
  );
});

test('a FIFO topic is refused with the way out', () => {
  expect(broken(FIFO_TOPIC_DESTINATION, 'onSuccess', 'Stack/Topic')).toBe(
    '`onSuccess` must be a standard topic, got: Stack/Topic. ' +
    'Lambda refuses FIFO topics as destinations: the deployment fails. ' +
    'Use a standard topic, or a function that publishes to the FIFO topic.',
  );
});

test('a bucket for successes is refused with the way out', () => {
  expect(broken(BUCKET_ON_SUCCESS, 'onSuccess', 'Stack/Bucket')).toBe(
    '`onSuccess` must be a queue, topic, event bus or function, got: Stack/Bucket. ' +
    'Lambda stores only records of failures in buckets and refuses the config: the deployment fails. ' +
    'Use the bucket as `onFailure`, or a function that writes the record to it.',
  );
});

test.each([
  [UNSUPPORTED_DESTINATION, 'UnsupportedDestination', 'delivers to nothing else'],
  [SELF_DESTINATION, 'SelfDestination', '"You can\'t specify the function as a destination for itself."'],
  [DESTINATION_IN_OTHER_REGION, 'DestinationInOtherRegion', 'refuses destinations in other Regions'],
  [DESTINATION_IN_OTHER_ACCOUNT, 'DestinationInOtherAccount', 'allows the execution role'],
  [DESTINATION_LOOP, 'DestinationLoop', 'after about 16 invocations'],
  [DURABLE_FUNCTION_DESTINATION, 'DurableFunctionDestination', 'support a dead-letter queue, but no destinations'],
  [DESTINATION_PERMISSION_MISSING, 'DestinationPermissionMissing', 'checks the permission when the config is put'],
  [RESPONSE_ONLY_NEVER_MATCHES, 'ResponseOnlyNeverMatches', 'only records of `$LATEST`'],
  [RECORD_TOO_LARGE_FOR_QUEUE, 'RecordTooLargeForQueue', 'only the metric `DestinationDeliveryFailures` shows it'],
])('%p tells what would happen', (rule, id, consequence) => {
  expect(rule.id).toBe(id);
  expect(rule.consequence).toContain(consequence);
});

test('a queue has to take a record of 1 MiB', () => {
  expect(RECORD_TOO_LARGE_FOR_QUEUE.rule).toContain(`${1024 * 1024} bytes`);
});
