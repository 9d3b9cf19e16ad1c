import type { SizeConstraint, TextConstraint } from '../constraint';
import type { Rule } from '../rule';

const API = 'AWS Lambda API reference, DeadLetterConfig';

/** Where a function's failed events go as they came. `''` is "none". */
export const DEAD_LETTER_TARGET_ARN: TextConstraint = {
  kind: 'text',
  property: 'deadLetterQueue',
  parameter: 'DeadLetterConfig.TargetArn',
  min: 0,
  max: 2048,
  pattern: '(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()',
  grammar: 'the ARN of a queue or topic',
  source: 'AWS Lambda API model, 2026-07, ResourceArn',
  note: 'The model has no length; 2048 is the longest ARN that IAM knows.',
};

/** The message attribute that says why; Lambda cuts off what is longer. */
export const DEAD_LETTER_ERROR_MESSAGE: SizeConstraint = {
  kind: 'size',
  property: 'errorMessage',
  parameter: 'ErrorMessage',
  max: 1024,
  unit: 'bytes',
  source: 'AWS Lambda developer guide, "Adding a dead-letter queue"',
};

export const UNSUPPORTED_DEAD_LETTER_QUEUE: Rule = {
  id: 'UnsupportedDeadLetterQueue',
  rule: 'be a standard queue or a standard topic',
  consequence: 'Lambda refuses other services: "The service specified by the TargetArn is not supported for dead letter configuration."',
  remedy: 'Use a queue or topic, or an `onFailure` destination, which may also be a bus, function or bucket.',
  source: `${API}; message recorded from the service`,
};

export const DEAD_LETTER_QUEUE_WITHOUT_ARN: Rule = {
  id: UNSUPPORTED_DEAD_LETTER_QUEUE.id,
  rule: 'be an ARN',
  consequence: 'Lambda refuses the function: the deployment fails.',
  remedy: 'Write the ARN, e.g. `queue.queueArn`: a `Ref` yields the URL of a queue.',
  source: API,
};

export const FIFO_DEAD_LETTER_QUEUE: Rule = {
  id: 'FifoDeadLetterQueue',
  rule: 'be a standard queue or a standard topic',
  consequence: 'Lambda refuses FIFO targets: "FIFO SQS queue is not supported for dead letter configuration".',
  remedy: 'Use a standard queue or topic.',
  source: `${API}; message recorded from the service`,
};

export const DEAD_LETTER_QUEUE_IN_OTHER_REGION: Rule = {
  id: 'DeadLetterQueueInOtherRegion',
  rule: "be in the function's Region",
  consequence: 'Lambda refuses it: "The resource specified by the TargetArn must be in the same region as the Lambda function it\'s associated with."',
  remedy: 'Use a queue or topic of the same Region.',
  source: `${API}; message recorded from the service`,
};

export const DEAD_LETTER_QUEUE_AND_FAILURE_DESTINATION: Rule = {
  id: 'DeadLetterQueueAndFailureDestination',
  rule: 'be the only place that failed events go to',
  consequence: 'The function also has a dead-letter queue: Lambda sends every failed event to both, in two formats.',
  remedy: 'Remove the dead-letter queue, whose messages hold less than the record, or acknowledge this warning.',
  source: 'AWS Lambda developer guide: a destination is used "in addition to or instead of" a dead-letter queue',
};
