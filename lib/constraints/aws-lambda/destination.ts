import type { SizeConstraint, TextConstraint } from '../constraint';
import type { Rule } from '../rule';
import { LONGEST_LOOP } from './function';
import { EVENT_PAYLOAD } from './invoke';

const API = 'AWS Lambda API reference, PutFunctionEventInvokeConfig, DestinationConfig';
const GUIDE = 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"';

/** What can be a destination, as people read it. */
const KINDS = 'a queue, topic, event bus, function or bucket';

/** The ARN of a destination. `''` is "none". */
export const DESTINATION_ARN: TextConstraint = {
  kind: 'text',
  property: 'destination',
  parameter: 'Destination',
  min: 0,
  max: 350,
  pattern: '|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)',
  grammar: `the ARN of ${KINDS}`,
  source: 'AWS Lambda API model, 2026-07, DestinationArn',
  note: 'Pages of 2020 do not know buckets. The API pattern has `kafka://`, too, which is for event source mappings only.',
};

/** What can be a destination. */
export type DestinationKind = 'queue' | 'topic' | 'bus' | 'function' | 'bucket';

/** The service in the ARN of each kind of destination. */
export const DESTINATION_SERVICES: Readonly<Record<string, DestinationKind>> = {
  sqs: 'queue',
  sns: 'topic',
  events: 'bus',
  lambda: 'function',
  s3: 'bucket',
};

/** The `detail-type` of a record on an event bus, for each side of a config. */
export const RECORD_DETAIL_TYPES = {
  onFailure: 'Lambda Function Invocation Result - Failure',
  onSuccess: 'Lambda Function Invocation Result - Success',
} as const;

/** What the execution role needs to deliver to each kind of destination. */
export const DELIVERY_ACTIONS: Readonly<Record<DestinationKind, readonly string[]>> = {
  queue: ['sqs:SendMessage'],
  topic: ['sns:Publish'],
  bus: ['events:PutEvents'],
  function: ['lambda:InvokeFunction'],
  bucket: ['s3:ListBucket', 's3:PutObject'],
};

/** What the execution role needs on a customer managed key of each kind of destination. */
export const KEY_ACTIONS: Readonly<Record<'queue' | 'topic' | 'bucket', readonly string[]>> = {
  queue: ['kms:Decrypt', 'kms:GenerateDataKey'],
  topic: ['kms:Decrypt', 'kms:GenerateDataKey'],
  bucket: ['kms:GenerateDataKey'],
};

/** A message in a queue, unless the queue says less. */
export const QUEUE_MESSAGE: SizeConstraint = {
  kind: 'size',
  property: 'maxMessageSizeBytes',
  parameter: 'MaximumMessageSize',
  max: 1024 * 1024,
  unit: 'bytes',
  source: 'Amazon SQS quotas; recorded from the service as the attribute of a new queue',
  note: 'Older pages say 256 KB.',
};

/** A message to a topic. */
export const TOPIC_MESSAGE: SizeConstraint = {
  kind: 'size',
  property: 'message',
  parameter: 'Message',
  max: 256 * 1024,
  unit: 'bytes',
  source: `${API}: "If the combined size of the function request and response payload exceeds the limit, Lambda will drop the payload when sending OnFailure event"`,
  note: 'The guide says instead that records which are too large are delivery failures.',
};

/** An event on a bus. */
export const BUS_EVENT: SizeConstraint = {
  kind: 'size',
  property: 'event',
  parameter: 'Entries[0]',
  max: 1024 * 1024,
  unit: 'bytes',
  source: 'Amazon EventBridge quotas, PutEvents',
  note: 'Older pages say 256 KB.',
};

export const UNSUPPORTED_DESTINATION: Rule = {
  id: 'UnsupportedDestination',
  rule: `be ${KINDS}`,
  consequence: 'Lambda delivers to nothing else and refuses the config: the deployment fails.',
  remedy: 'Send to an event bus or a function that forwards to it.',
  source: API,
};

export const DESTINATION_WITHOUT_ARN: Rule = {
  id: UNSUPPORTED_DESTINATION.id,
  rule: 'be an ARN',
  consequence: 'Lambda refuses the config: the deployment fails.',
  remedy: 'Write the ARN, e.g. `queue.queueArn`: a `Ref` yields the URL of a queue, and the name of an event bus, function or bucket.',
  source: `${API}; recorded from the service`,
};

export const FIFO_QUEUE_DESTINATION: Rule = {
  id: 'FifoQueueDestination',
  rule: 'be a standard queue',
  consequence: 'Lambda refuses FIFO queues as destinations: the deployment fails.',
  remedy: 'Use a standard queue, or a function that writes to the FIFO queue.',
  source: `${API}: "standard SQS queue"`,
};

export const FIFO_TOPIC_DESTINATION: Rule = {
  id: 'FifoTopicDestination',
  rule: 'be a standard topic',
  consequence: 'Lambda refuses FIFO topics as destinations: the deployment fails.',
  remedy: 'Use a standard topic, or a function that publishes to the FIFO topic.',
  source: `${API}: "standard SNS topic"`,
};

export const BUCKET_ON_SUCCESS: Rule = {
  id: 'BucketOnSuccess',
  rule: 'be a queue, topic, event bus or function',
  consequence: 'Lambda stores only records of failures in buckets and refuses the config: the deployment fails.',
  remedy: 'Use the bucket as `onFailure`, or a function that writes the record to it.',
  source: `${API}: "S3 buckets are supported only for on-failure destinations."`,
};

export const SELF_DESTINATION: Rule = {
  id: 'SelfDestination',
  rule: 'be another function than the one that is configured, whatever the qualifier',
  consequence: 'Lambda refuses it: "You can\'t specify the function as a destination for itself."',
  remedy: 'Use another function, or a queue that the function reads.',
  source: 'recorded from the service, PutFunctionEventInvokeConfig',
};

export const DESTINATION_IN_OTHER_REGION: Rule = {
  id: 'DestinationInOtherRegion',
  rule: "be in the function's Region and partition",
  consequence: 'Lambda refuses destinations elsewhere: the deployment fails.',
  remedy: 'Use a destination of the same Region; an event bus can forward to another one.',
  source: 'recorded from the service, PutFunctionEventInvokeConfig',
};

export const DESTINATION_IN_OTHER_ACCOUNT: Rule = {
  id: 'DestinationInOtherAccount',
  rule: "be in the function's account, or let its execution role in by its own policy",
  consequence: "Lambda delivers only if the other account's resource policy (and key policy) names the execution role.",
  remedy: 'Add the role to that policy, then acknowledge this warning.',
  source: GUIDE,
};

export const DESTINATION_LOOP: Rule = {
  id: 'DestinationLoop',
  rule: 'not lead back to its own function through the destinations of others',
  consequence: `Each record starts the next function of the circle, until Lambda stops it after about ${LONGEST_LOOP} invocations and gives the event up.`,
  remedy: 'End the chain in a queue, topic, bus or bucket that starts none of these functions.',
  source: 'AWS Lambda developer guide, "Use Lambda recursive loop detection to prevent infinite loops"',
};

export const DURABLE_FUNCTION_DESTINATION: Rule = {
  id: 'DurableFunctionDestination',
  rule: 'be left out for a durable function',
  consequence: 'Durable functions support a dead-letter queue, but no destinations.',
  remedy: 'Set `deadLetterQueue` on the function instead, and `onFailure: AsyncDestination.none()` where a failure queue is made otherwise.',
  source: 'AWS Lambda developer guide, "Invoking Lambda durable functions"',
};

export const DESTINATION_PERMISSION_MISSING: Rule = {
  id: 'DestinationPermissionMissing',
  rule: "be something that the function's execution role may deliver to",
  consequence: 'Lambda checks the permission when the config is put: the deployment would fail.',
  remedy: 'Give the function a role that accepts policies: create it in the app, or import the function with `fromFunctionAttributes` and its `role`. If its role has the permission already, say so with `skipPermissions: true`.',
  source: GUIDE,
};

export const RESPONSE_ONLY_NEVER_MATCHES: Rule = {
  id: 'ResponseOnlyNeverMatches',
  rule: 'not be a `LambdaDestination` with `responseOnly` on an alias or version',
  consequence: 'Its rule matches records of `$LATEST` only, so no response would ever arrive.',
  remedy: 'Use `AsyncDestination.function(fn, { responseOnly: true })`.',
  source: 'aws-cdk-lib, aws-lambda-destinations/lib/lambda.js',
};

export const RECORD_TOO_LARGE_FOR_QUEUE: Rule = {
  id: 'RecordTooLargeForQueue',
  rule: `be a queue that takes messages of ${EVENT_PAYLOAD.max} bytes`,
  consequence: 'A record carries the event (up to 1 MB) and the response: those that are larger than the queue allows are lost as `DestinationDeliveryFailures`.',
  remedy: 'Remove `maxMessageSizeBytes` from the queue, or use a bucket as `onFailure`.',
  source: `${GUIDE}; Amazon SQS quotas`,
};

export const DESTINATION_KEY_PERMISSION_MISSING: Rule = {
  id: 'DestinationKeyPermissionMissing',
  rule: "be encrypted with a key that the function's execution role may use",
  consequence: 'No record can be delivered without the key: each of them is lost, and shows only as `DestinationDeliveryFailures`.',
  remedy: 'Allow the role the missing actions on the key, e.g. with `key.grantEncryptDecrypt(fn)`.',
  source: `${GUIDE}; key management pages of Amazon SQS, Amazon SNS and Amazon S3`,
};

export const CONFIG_BEFORE_PERMISSION: Rule = {
  id: 'ConfigBeforePermission',
  rule: 'be put only after the policy that allows the delivery',
  consequence: 'Lambda checks the permission when the config is put, and CloudFormation may put it before the policy: such a deployment fails, now and then.',
  remedy: 'Let the config wait: `config.node.addDependency(policy)`.',
  source: GUIDE,
};

export const NO_FAILURE_DESTINATION: Rule = {
  id: 'NoFailureDestination',
  rule: 'be given for a function that is invoked asynchronously and has no other place for failed events',
  consequence: 'An event that fails all its attempts, or gets too old, is deleted: nobody can tell afterwards what was in it.',
  remedy: 'Add an `onFailure` destination to the qualifier that is invoked; if its events may get lost, say so with `AsyncDestination.none()`, or acknowledge this warning.',
  source: GUIDE,
};

export const FAILURE_DESTINATION_TRIGGERS_FUNCTION: Rule = {
  id: 'FailureDestinationTriggersFunction',
  rule: 'not be something that triggers the same function',
  consequence: 'What the function could not handle comes back to it, wrapped in a record or without its context, and most likely fails again.',
  remedy: 'Send failures where another function, or nobody, is triggered by them.',
  source: 'AWS Lambda developer guide, "Use Lambda recursive loop detection to prevent infinite loops"',
};
