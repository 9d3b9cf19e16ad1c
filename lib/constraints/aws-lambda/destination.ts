import * as recordings from './recordings';
import type { SizeConstraint, TextConstraint } from '../constraint';
import { quoting } from '../evidence';
import type { Remedy, Rule } from '../rule';
import { LONGEST_LOOP } from './function';
import { EVENT_PAYLOAD } from './invoke';

const API = 'AWS Lambda API reference, PutFunctionEventInvokeConfig, DestinationConfig';
const GUIDE = 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"';

/** The kinds of destinations in words. */
const KINDS = 'a queue, topic, event bus, function or bucket';

/** The ARN of a destination. `''` means none. */
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

/** A kind of destination. */
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

/** The actions that the execution role needs for each kind of destination. */
export const DELIVERY_ACTIONS: Readonly<Record<DestinationKind, readonly string[]>> = {
  queue: ['sqs:SendMessage'],
  topic: ['sns:Publish'],
  bus: ['events:PutEvents'],
  function: ['lambda:InvokeFunction'],
  bucket: ['s3:ListBucket', 's3:PutObject'],
};

/** The actions that the execution role needs on the customer managed key of each kind of destination. */
export const KEY_ACTIONS: Readonly<Record<'queue' | 'topic' | 'bucket', readonly string[]>> = {
  queue: ['kms:Decrypt', 'kms:GenerateDataKey'],
  topic: ['kms:Decrypt', 'kms:GenerateDataKey'],
  bucket: ['kms:GenerateDataKey'],
};

/** The size of a message, unless the queue has a lower limit. */
export const QUEUE_MESSAGE: SizeConstraint = {
  kind: 'size',
  property: 'maxMessageSizeBytes',
  parameter: 'MaximumMessageSize',
  max: 1024 * 1024,
  unit: 'bytes',
  source: 'Amazon SQS quotas; recorded from the service as the attribute of a new queue',
  note: 'Older pages say 256 KB.',
};

/** The size of a message to a topic. */
export const TOPIC_MESSAGE: SizeConstraint = {
  kind: 'size',
  property: 'message',
  parameter: 'Message',
  max: 256 * 1024,
  unit: 'bytes',
  source: `${API}: "If the combined size of the function request and response payload exceeds the limit, Lambda will drop the payload when sending OnFailure event"`,
  note: 'The guide says instead that records which are too large are delivery failures.',
};

/** The size of an event on a bus, and of all events of one call together. */
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
  parameter: DESTINATION_ARN.parameter,
  rule: `be ${KINDS}`,
  consequence: 'Lambda delivers to nothing else and refuses the config: the deployment fails.',
  remedy: 'Send to an event bus or a function that forwards to it.',
  source: API,
  evidence: { grade: 'recorded', recordings: [recordings.OTHER_SERVICE] },
};

export const DESTINATION_WITHOUT_ARN: Rule = {
  id: UNSUPPORTED_DESTINATION.id,
  parameter: DESTINATION_ARN.parameter,
  rule: 'be an ARN',
  consequence: 'Lambda refuses the config: the deployment fails.',
  remedy: 'Write the ARN, e.g. `queue.queueArn`: a `Ref` yields the URL of a queue, and the name of an event bus, function or bucket.',
  source: `${API}; recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.NO_ARN] },
};

export const FIFO_QUEUE_DESTINATION: Rule = {
  id: 'FifoQueueDestination',
  parameter: DESTINATION_ARN.parameter,
  rule: 'be a standard queue',
  consequence: 'Lambda refuses FIFO queues as destinations: the deployment fails.',
  remedy: 'Use a standard queue, or a function that writes to the FIFO queue.',
  source: `${API}: "standard SQS queue"`,
  evidence: {
    grade: 'recorded',
    recordings: [recordings.FIFO_QUEUE],
    caveat: 'The developer guide says that Lambda accepts a FIFO queue, and that each delivery fails.',
  },
};

export const FIFO_TOPIC_DESTINATION: Rule = {
  id: 'FifoTopicDestination',
  parameter: DESTINATION_ARN.parameter,
  rule: 'be a standard topic',
  consequence: 'Lambda refuses FIFO topics as destinations: the deployment fails.',
  remedy: 'Use a standard topic, or a function that publishes to the FIFO topic.',
  source: `${API}: "standard SNS topic"`,
  evidence: { grade: 'recorded', recordings: [recordings.FIFO_TOPIC] },
};

export const BUCKET_ON_SUCCESS: Rule = {
  id: 'BucketOnSuccess',
  rule: 'be a queue, topic, event bus or function',
  consequence: 'Lambda stores only records of failures in buckets and refuses the config: the deployment fails.',
  remedy: 'Use the bucket as `onFailure`, or a function that writes the record to it.',
  source: `${API}: "S3 buckets are supported only for on-failure destinations."`,
  evidence: { grade: 'recorded', recordings: [recordings.BUCKET_FOR_SUCCESSES] },
};

export const SELF_DESTINATION: Rule = {
  id: 'SelfDestination',
  parameter: DESTINATION_ARN.parameter,
  rule: 'be another function than the one that is configured, whatever the qualifier',
  consequence: quoting('Lambda refuses it', recordings.SELF),
  remedy: 'Use another function, or a queue that the function reads.',
  source: 'recorded from the service, PutFunctionEventInvokeConfig',
  evidence: {
    grade: 'recorded',
    recordings: [recordings.SELF],
    caveat: 'The recording is of the unqualified ARN: that Lambda ignores the qualifier is an inference.',
  },
};

export const DESTINATION_IN_OTHER_REGION: Rule = {
  id: 'DestinationInOtherRegion',
  parameter: DESTINATION_ARN.parameter,
  rule: "be in the function's Region and partition",
  consequence: 'Lambda refuses destinations in other Regions: the deployment fails.',
  remedy: 'Use a destination of the same Region; an event bus can forward to another Region of the partition.',
  source: 'recorded from the service, PutFunctionEventInvokeConfig',
  evidence: {
    grade: 'recorded',
    recordings: [recordings.OTHER_REGION],
    caveat: 'The recorded queue was in another account, too, so the recording does not prove which of the two Lambda refused.',
  },
};

/** The remedy for a destination whose policy can be read. */
export const POLICY_OF_THE_APP: Remedy = {
  when: 'the app declares the destination',
  remedy: 'Allow the role in the resource policy of the destination, e.g. with `queue.addToResourcePolicy`, or `addPermission` of a function.',
};

export const DESTINATION_IN_OTHER_ACCOUNT: Rule = {
  id: 'DestinationInOtherAccount',
  parameter: DESTINATION_ARN.parameter,
  rule: "be in the function's account, or have a policy that allows the function's execution role",
  consequence: 'Lambda delivers only if the resource policy (and key policy) in the other account allows the execution role.',
  remedy: 'Add the role to that policy, then acknowledge this warning.',
  remedies: [POLICY_OF_THE_APP],
  source: GUIDE,
  evidence: {
    grade: 'derived',
    from: [
      'Lambda checks the permissions of the execution role when the config is put, resource policies included.',
      'Queues, topics, event buses, functions and buckets have resource policies that can allow a role of another account.',
      'No page and no recording tells of a delivery to another account.',
    ],
  },
};

export const DESTINATION_LOOP: Rule = {
  id: 'DestinationLoop',
  parameter: DESTINATION_ARN.parameter,
  rule: 'not lead back to its own function through other destinations',
  consequence: `Each record invokes the next function of the loop, until Lambda stops the loop after about ${LONGEST_LOOP} invocations.`,
  remedy: 'End the chain in a queue, topic, bus or bucket that invokes none of these functions.',
  source: 'AWS Lambda developer guide, "Use Lambda recursive loop detection to prevent infinite loops"',
  evidence: { grade: 'documented', says: 'Lambda detects recursive loops, those through destinations included, and stops them after approximately 16 invocations. Event buses are not among the services in which it detects loops.' },
};

/** The remedy for a failure queue that a construct has made. */
export const FAILURE_QUEUE_BY_DEFAULT: Remedy = {
  when: 'an `AsyncFunction` or `AsyncAlias` has made the failure queue',
  remedy: 'Set `onFailure: AsyncDestination.none()`, and `deadLetterQueue` on the function instead.',
};

export const DURABLE_FUNCTION_DESTINATION: Rule = {
  id: 'DurableFunctionDestination',
  parameter: DESTINATION_ARN.parameter,
  rule: 'be left out for a durable function',
  consequence: 'Durable functions support a dead-letter queue, but no destinations.',
  remedy: 'Leave the destination out, and set `deadLetterQueue` on the function instead.',
  remedies: [FAILURE_QUEUE_BY_DEFAULT],
  source: 'AWS Lambda developer guide, "Invoking Lambda durable functions"',
  evidence: { grade: 'documented', says: 'Durable functions support dead-letter queues, but no destinations.' },
};

/** The remedy for a permission that a policy denies. */
export const DENIED: Remedy = {
  when: 'a policy denies it',
  remedy: 'Remove the statement that denies it: a denial outweighs every grant.',
};

/** The remedy for a permission that the role has, but not within its permissions boundary. */
export const OUTSIDE_BOUNDARY: Remedy = {
  when: 'the permissions boundary of the role does not allow it',
  remedy: 'Allow the missing actions in the permissions boundary, too.',
};

const QUEUE_GRANT: Remedy = {
  when: 'the destination is a queue',
  remedy: 'Allow the role to send, e.g. with `queue.grantSendMessages(fn)`. If the role takes no grants, add the statement to its own policies.',
};

const TOPIC_GRANT: Remedy = {
  when: 'the destination is a topic',
  remedy: 'Allow the role to publish, e.g. with `topic.grantPublish(fn)`. If the role takes no grants, add the statement to its own policies.',
};

const BUS_GRANT: Remedy = {
  when: 'the destination is an event bus',
  remedy: 'Allow the role to put events, e.g. with `bus.grantPutEventsTo(fn)`. If the role takes no grants, add the statement to its own policies.',
};

const FUNCTION_GRANT: Remedy = {
  when: 'the destination is a function',
  remedy: 'Allow the role to invoke it, e.g. with `destination.grantInvoke(fn)`. If the role takes no grants, add the statement to its own policies.',
};

const BUCKET_GRANT: Remedy = {
  when: 'the destination is a bucket',
  remedy: 'Allow the role to list the bucket and to put objects into it, e.g. with `bucket.grantRead(fn)` and `bucket.grantPut(fn)`. If the role takes no grants, add the statement to its own policies.',
};

/** The grants for a delivery, by the kind of the destination. */
export const DELIVERY_GRANTS: Readonly<Record<DestinationKind, Remedy>> = {
  queue: QUEUE_GRANT,
  topic: TOPIC_GRANT,
  bus: BUS_GRANT,
  function: FUNCTION_GRANT,
  bucket: BUCKET_GRANT,
};

/** The remedy for a function whose role takes no grants, as only constructs can see. */
export const ROLE_WITHOUT_GRANTS: Remedy = {
  when: 'the role is imported, or missing',
  remedy: 'Give the function a role that accepts policies: create it in the app, or import the function with `fromFunctionAttributes` and its `role`. If its role already has the permission, set `skipPermissions: true`.',
};

/** The remedy for `skipPermissions` where the policy of the destination still needs the role. */
export const ROLE_UNKNOWN: Remedy = {
  when: '`skipPermissions` is set for a function that is imported without its role',
  remedy: 'Import the function with `fromFunctionAttributes` and its `role`.',
};

export const DESTINATION_PERMISSION_MISSING: Rule = {
  id: 'DestinationPermissionMissing',
  parameter: DESTINATION_ARN.parameter,
  rule: "be a target that the function's execution role may deliver to",
  consequence: 'Lambda checks the permission when the config is put: the deployment fails.',
  remedy: 'Allow the role the missing actions on the destination.',
  remedies: [QUEUE_GRANT, TOPIC_GRANT, BUS_GRANT, FUNCTION_GRANT, BUCKET_GRANT, DENIED, OUTSIDE_BOUNDARY, ROLE_WITHOUT_GRANTS, ROLE_UNKNOWN],
  source: GUIDE,
  evidence: { grade: 'recorded', recordings: [recordings.NO_BUCKET_PERMISSION, recordings.NO_TOPIC_PERMISSION] },
};

export const RESPONSE_ONLY_NEVER_MATCHES: Rule = {
  id: 'ResponseOnlyNeverMatches',
  rule: 'not be a `LambdaDestination` with `responseOnly` on an alias or version',
  consequence: 'Its rule matches only records of `$LATEST`, so no response arrives.',
  remedy: 'Use `AsyncDestination.function(fn, { responseOnly: true })`.',
  source: 'aws-cdk-lib, aws-lambda-destinations/lib/lambda.js',
  evidence: {
    grade: 'derived',
    from: [
      'The rule of a `LambdaDestination` with `responseOnly` matches the resource `…:$LATEST` only, in the source of aws-cdk-lib.',
      'A record names the alias or version that was invoked, as recorded from the service.',
    ],
  },
};

/** The remedy for a queue that cannot be replaced by a bucket. */
export const SMALL_QUEUE_ON_SUCCESS: Remedy = {
  when: 'the queue takes records of successes',
  remedy: 'Remove `maxMessageSizeBytes` from the queue.',
};

export const RECORD_TOO_LARGE_FOR_QUEUE: Rule = {
  id: 'RecordTooLargeForQueue',
  parameter: DESTINATION_ARN.parameter,
  rule: `be a queue that takes messages of ${EVENT_PAYLOAD.max} bytes`,
  consequence: 'A record holds the event, which may be that large, and the response: a record that the queue refuses is lost, and only the metric `DestinationDeliveryFailures` shows it.',
  remedy: 'Remove `maxMessageSizeBytes` from the queue, or use a bucket.',
  remedies: [SMALL_QUEUE_ON_SUCCESS],
  source: `${GUIDE}; Amazon SQS quotas`,
  evidence: {
    grade: 'derived',
    from: [
      'An event may have 1,048,576 bytes, as documented and recorded.',
      'A record holds the whole event and the response, as recorded.',
      'A queue refuses messages that are larger than its `maxMessageSizeBytes`, as documented.',
    ],
  },
};

/** The remedy for a key of another account. */
export const KEY_OF_OTHER_ACCOUNT: Remedy = {
  when: 'the key is of another account',
  remedy: 'Allow the role the missing actions in its own policies and in the key policy: across accounts, both are needed.',
};

export const DESTINATION_KEY_PERMISSION_MISSING: Rule = {
  id: 'DestinationKeyPermissionMissing',
  parameter: DESTINATION_ARN.parameter,
  rule: "be encrypted with a key that the function's execution role may use",
  consequence: 'Lambda cannot deliver a record without the key: each record is lost, and only the metric `DestinationDeliveryFailures` shows it.',
  remedy: 'Allow the role the missing actions on the key, e.g. with `key.grantEncryptDecrypt(fn)`: a statement about the ARN of an alias allows nothing.',
  remedies: [DENIED, OUTSIDE_BOUNDARY, KEY_OF_OTHER_ACCOUNT],
  source: `${GUIDE}; key management pages of Amazon SQS, Amazon SNS and Amazon S3`,
  evidence: { grade: 'documented', says: 'A sender to an encrypted queue, topic or bucket needs permissions for its key.' },
};

export const CONFIG_BEFORE_PERMISSION: Rule = {
  id: 'ConfigBeforePermission',
  parameter: DESTINATION_ARN.parameter,
  rule: 'be set only after the policy that allows the delivery',
  consequence: 'Lambda checks the permission when the config is put, and CloudFormation may put it before the policy: the deployment then fails.',
  remedy: "Make the config wait: `config.node.addDependency(policy)`. The config that aws-cdk-lib makes is `fn.node.findChild('EventInvokeConfig')`.",
  source: GUIDE,
  evidence: {
    grade: 'derived',
    from: [
      'Lambda checks the permissions of the execution role when the config is put, as recorded.',
      'CloudFormation creates resources at the same time if neither depends on the other, as documented.',
    ],
  },
};

export const NO_FAILURE_DESTINATION: Rule = {
  id: 'NoFailureDestination',
  rule: 'be given for a function that is invoked asynchronously and has no other target for failed events',
  consequence: 'Lambda deletes an event that fails all attempts or gets too old: its content is lost.',
  remedy: 'Add an `onFailure` destination to the qualifier that is invoked. If you can lose its events, set `AsyncDestination.none()` or acknowledge this warning.',
  source: GUIDE,
  evidence: { grade: 'documented', says: 'Lambda discards an event that fails all attempts or expires, unless a destination or a dead-letter queue takes it.' },
};

export const FAILURE_DESTINATION_TRIGGERS_FUNCTION: Rule = {
  id: 'FailureDestinationTriggersFunction',
  rule: 'not be a target that triggers the same function',
  consequence: 'The failed event comes back to the function, inside a record or without its context, and most likely fails again.',
  remedy: 'Send failures to a target that triggers another function, or none.',
  source: 'AWS Lambda developer guide, "Use Lambda recursive loop detection to prevent infinite loops"',
  evidence: { grade: 'documented', says: 'Lambda sends a stopped event to the failure destination or dead-letter queue, which must not trigger the same function.' },
};
