import { DENIED, KEY_OF_OTHER_ACCOUNT, OUTSIDE_BOUNDARY } from './destination';
import * as recordings from './recordings';
import type { SizeConstraint, TextConstraint } from '../constraint';
import { quoting } from '../evidence';
import type { Rule } from '../rule';

const API = 'AWS Lambda API reference, DeadLetterConfig';

/** The ARN of a dead-letter queue. `''` means none. */
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

/** The error message in the attributes of a dead letter. Lambda cuts off longer messages. */
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
  parameter: DEAD_LETTER_TARGET_ARN.parameter,
  rule: 'be a standard queue or a standard topic',
  consequence: quoting('Lambda refuses other services', recordings.DEAD_LETTERS_TO_OTHER_SERVICE),
  remedy: 'Use a queue or topic, or an `onFailure` destination, which may also be a bus, function or bucket.',
  source: `${API}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.DEAD_LETTERS_TO_OTHER_SERVICE] },
};

export const DEAD_LETTER_QUEUE_WITHOUT_ARN: Rule = {
  id: UNSUPPORTED_DEAD_LETTER_QUEUE.id,
  parameter: DEAD_LETTER_TARGET_ARN.parameter,
  rule: 'be an ARN',
  consequence: 'Lambda refuses the function: the deployment fails.',
  remedy: 'Write the ARN, e.g. `queue.queueArn`: a `Ref` yields the URL of a queue.',
  source: API,
  evidence: { grade: 'documented', says: 'The API model has the pattern `(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()` for the target of a dead-letter queue.' },
};

export const FIFO_DEAD_LETTER_QUEUE: Rule = {
  id: 'FifoDeadLetterQueue',
  rule: 'be a standard queue or a standard topic',
  consequence: quoting('Lambda refuses FIFO targets', recordings.FIFO_DEAD_LETTERS),
  remedy: 'Use a standard queue or topic.',
  source: `${API}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.FIFO_DEAD_LETTERS] },
};

export const DEAD_LETTER_QUEUE_IN_OTHER_REGION: Rule = {
  id: 'DeadLetterQueueInOtherRegion',
  rule: "be in the function's Region",
  consequence: quoting('Lambda refuses it', recordings.DEAD_LETTERS_TO_OTHER_REGION),
  remedy: 'Use a queue or topic of the same Region.',
  source: `${API}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.DEAD_LETTERS_TO_OTHER_REGION] },
};

export const DEAD_LETTER_QUEUE_AND_FAILURE_DESTINATION: Rule = {
  id: 'DeadLetterQueueAndFailureDestination',
  rule: 'be the only target of failed events',
  consequence: 'The function also has a dead-letter queue: Lambda sends every failed event to both, in two formats.',
  remedy: 'Remove the dead-letter queue, whose messages hold less than the record, or acknowledge this warning.',
  source: 'AWS Lambda developer guide: a destination is used "in addition to or instead of" a dead-letter queue',
  evidence: { grade: 'documented', says: 'A destination of failures works in addition to a dead-letter queue.' },
};

export const DEAD_LETTER_PERMISSION_MISSING: Rule = {
  id: 'DeadLetterPermissionMissing',
  parameter: DEAD_LETTER_TARGET_ARN.parameter,
  rule: "be a queue or topic that the function's execution role may send to",
  consequence: 'Lambda checks the permission when it gets the dead-letter queue: the deployment fails.',
  remedy: 'Allow the role to send, e.g. with `queue.grantSendMessages(fn)` or `topic.grantPublish(fn)`. If the role takes no grants, add the statement to its own policies.',
  remedies: [DENIED, OUTSIDE_BOUNDARY],
  source: 'AWS Lambda developer guide, "Adding a dead-letter queue"; message recorded from the service',
  evidence: {
    grade: 'recorded',
    recordings: [recordings.NO_DEAD_LETTER_PERMISSION],
    caveat: 'The recording is of a topic: that Lambda checks a queue in the same way is what users of CloudFormation report.',
  },
};

export const DEAD_LETTER_KEY_PERMISSION_MISSING: Rule = {
  id: 'DeadLetterKeyPermissionMissing',
  parameter: DEAD_LETTER_TARGET_ARN.parameter,
  rule: "be encrypted with a key that the function's execution role may use",
  consequence: 'Lambda cannot send an event without the key: each dead letter is lost, and only the metric `DeadLetterErrors` shows it.',
  remedy: 'Allow the role the missing actions on the key, e.g. with `key.grantEncryptDecrypt(fn)`: `deadLetterQueue` of aws-cdk-lib grants the queue, but not its key.',
  remedies: [DENIED, OUTSIDE_BOUNDARY, KEY_OF_OTHER_ACCOUNT],
  source: 'AWS Lambda developer guide, "Adding a dead-letter queue"; key management pages of Amazon SQS and Amazon SNS',
  evidence: { grade: 'documented', says: 'A sender to an encrypted queue or topic needs permissions for its key.' },
};
