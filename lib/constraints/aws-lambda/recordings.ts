import type { Recording } from '../evidence';

/*
 * Answers of the real service. The messages of rules quote them, and the simulator
 * answers with them.
 */

const SNAPSHOTS = 'localstack/localstack';
const CAPTURES = 'radkawar/stackd';
const DEPLOYMENTS = 'badmintoncryer/cdk-preflight';

const API = 'tests/aws/services/lambda_/test_lambda_api.snapshot.json';
const DESTINATIONS = 'tests/aws/services/lambda_/test_lambda_destinations.snapshot.json';
const INVOCATIONS = 'tests/aws/services/lambda_/test_lambda.snapshot.json';

const PUT = 'PutFunctionEventInvokeConfig';

export const NO_SETTING: Recording = {
  operation: PUT,
  sent: 'a function name and no setting',
  answer: 'You must specify at least one of error handling or destination setting.',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const MISSING_TARGET: Recording = {
  operation: PUT,
  sent: 'a function, version or alias that does not exist',
  answer: "The function doesn't exist.",
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const QUALIFIER_CONFLICT: Recording = {
  operation: PUT,
  sent: 'the ARN of an alias, and another alias as the qualifier',
  answer: 'The derived qualifier from the function name does not match the specified qualifier.',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const PUBLISHED_WITHOUT_CONFIG: Recording = {
  operation: 'GetFunctionEventInvokeConfig',
  sent: 'version 1, published from a function with a config',
  answer: "The function …:1 doesn't have an EventInvokeConfig",
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const QUALIFIER_IN_USE: Recording = {
  operation: 'Invoke',
  sent: 'events for `$LATEST`, a version and an alias, of which one has a config',
  answer: 'Each event gets the retries and destinations of exactly the qualifier that was invoked, or the defaults',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/qualified_config.json',
};

export const SELF: Recording = {
  operation: PUT,
  sent: 'the ARN of the function itself as destination',
  answer: "You can't specify the function as a destination for itself.",
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_events.json',
};

export const NO_ARN: Recording = {
  operation: PUT,
  sent: 'the destination "not-an-arn"',
  answer: "Value 'not-an-arn' at 'destinationConfig.onFailure.destination' failed to satisfy constraint: Member must satisfy regular expression pattern: …",
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_events.json',
};

export const OTHER_SERVICE: Recording = {
  operation: PUT,
  sent: 'the ARN of an IAM role as destination of successes',
  answer: 'The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:…:iam:…), onFailure=null) is invalid.',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const BUCKET_FOR_SUCCESSES: Recording = {
  operation: PUT,
  sent: 'the ARN of a bucket as destination of successes',
  answer: 'The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:s3:::…), onFailure=null) is invalid.',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_s3.json',
};

export const FIFO_QUEUE: Recording = {
  operation: PUT,
  sent: 'the ARN of a FIFO queue as destination of failures',
  answer: 'The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=), onFailure=OnFailure(destination=arn:aws:sqs:…:….fifo)) is invalid.',
  date: '2026-09-07',
  repository: DEPLOYMENTS,
  file: 'rules/lambda',
};

export const FIFO_TOPIC: Recording = {
  operation: PUT,
  sent: 'the ARN of a FIFO topic as destination, with the permission to publish',
  answer: "FIFO-type Amazon SNS topics aren't supported as a destination.",
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_admission.json',
};

export const OTHER_REGION: Recording = {
  operation: PUT,
  sent: 'the ARN of a queue of another Region and another account as destination',
  answer: 'The provided destination config DestinationConfig(…) is invalid.',
  date: '2026-09',
  repository: DEPLOYMENTS,
  file: 'rules/lambda',
};

export const NO_BUCKET_PERMISSION: Recording = {
  operation: PUT,
  sent: 'a bucket as destination of failures, with an execution role without permissions of S3',
  answer: 'The function execution role does not have permissions to call ListBucket on S3',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_s3.json',
};

export const NO_TOPIC_PERMISSION: Recording = {
  operation: PUT,
  sent: 'a topic as destination, with an execution role that may not publish to it',
  answer: 'The function execution role does not have permissions to call Publish on arn:aws:sns:…',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_admission.json',
};

export const NO_DEAD_LETTER_PERMISSION: Recording = {
  operation: 'UpdateFunctionConfiguration',
  sent: 'a topic as dead-letter queue, with an execution role that may not publish to it',
  answer: 'The provided execution role does not have permissions to call Publish on SNS',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_admission.json',
};

export const SHORT_VISIBILITY_TIMEOUT: Recording = {
  operation: 'CreateEventSourceMapping',
  sent: 'a queue with the default visibility timeout and a function with a timeout of 120 seconds',
  answer: 'Queue visibility timeout: 30 seconds is less than Function timeout: 120 seconds',
  date: '2023-08-10',
  repository: 'mongodb/docs-worker-pool',
  file: 'pull/878',
};

export const FIFO_QUEUE_OF_RULE: Recording = {
  operation: 'PutTargets',
  sent: 'a FIFO queue as dead-letter queue of a rule target',
  answer: 'SQS FIFO is not supported by Dead Letter Queues.',
  date: '2026-09-07',
  repository: DEPLOYMENTS,
  file: 'rules/events/pf-events-target-dlq',
};

export const TOPIC_OF_RULE: Recording = {
  operation: 'PutTargets',
  sent: 'a topic as dead-letter queue of a rule target',
  answer: 'sns is not supported as a dead letter resource',
  date: '2026-09-07',
  repository: DEPLOYMENTS,
  file: 'rules/events/pf-events-target-dlq',
};

export const QUEUE_OF_OTHER_REGION_OF_RULE: Recording = {
  operation: 'PutTargets',
  sent: 'queues of two Regions, with equal policies, as dead-letter queue of a rule target',
  answer: 'The queue of the same Region was accepted, the other one refused',
  date: '2026-09-07',
  repository: DEPLOYMENTS,
  file: 'rules/events/pf-events-target-dlq',
};

export const NO_QUEUE_OF_SUBSCRIPTION: Recording = {
  operation: 'Subscribe',
  sent: 'a redrive policy with the ARN of another resource than a queue',
  answer: 'Invalid parameter: Attributes Reason: RedrivePolicy: deadLetterTargetArn must be a SQS queue',
  date: '2026-09-05',
  repository: DEPLOYMENTS,
  file: 'rules/sns/pf-sns-subscription-redrive',
};

export const NUMERIC_ALIAS: Recording = {
  operation: 'CreateAlias',
  sent: 'the name "2024"',
  answer: "Value '2024' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const SECOND_ALIAS: Recording = {
  operation: 'CreateAlias',
  sent: 'the name of an alias that the function has already',
  answer: 'Alias already exists: …',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const TWO_ADDITIONAL_VERSIONS: Recording = {
  operation: 'CreateAlias',
  sent: 'two additional versions',
  answer: 'Number of items in AdditionalVersionWeights cannot be greater than 1',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const WEIGHT_ABOVE_ONE: Recording = {
  operation: 'CreateAlias',
  sent: 'the weight 2.0 for version 2',
  answer: "Value '{2=2.0}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, …]",
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const WEIGHT_FOR_LATEST: Recording = {
  operation: 'CreateAlias',
  sent: 'the weight 0.5 for `$LATEST`',
  answer: "Value '{$LATEST=0.5}' … failed to satisfy constraint: Map keys must satisfy constraint: [… Member must satisfy regular expression pattern: [0-9]+]",
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const LATEST_WITH_WEIGHT: Recording = {
  operation: 'CreateAlias',
  sent: '`$LATEST` as the main version, and an additional version',
  answer: '$LATEST is not supported for an alias pointing to more than 1 version',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const SAME_VERSION: Recording = {
  operation: 'CreateAlias',
  sent: 'version 1 as the main and as the additional version',
  answer: 'Invalid function version 1. Function version 1 is already included in routing configuration.',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const UNWEIGHTED_LATEST: Recording = {
  operation: 'CreateAlias',
  sent: '`$LATEST` as the only version of an alias',
  answer: 'The alias is created',
  date: '2026-09',
  repository: CAPTURES,
  file: 'testdata/aws/cloudformation/lambda_alias.json',
};

export const DEAD_LETTERS_TO_OTHER_SERVICE: Recording = {
  operation: 'CreateFunction',
  sent: 'a dead-letter queue of a service other than Amazon SQS and Amazon SNS',
  answer: 'Invalid dead letter queue ARN: The service specified by the TargetArn is not supported for dead letter configuration.',
  date: '2026-09',
  repository: DEPLOYMENTS,
  file: 'rules/lambda/pf-lambda-dlq-service/meta.yaml',
};

export const FIFO_DEAD_LETTERS: Recording = {
  operation: 'UpdateFunctionConfiguration',
  sent: 'a FIFO queue as dead-letter queue',
  answer: 'Invalid dead letter queue ARN: FIFO SQS queue is not supported for dead letter configuration',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_queues.json',
};

export const DEAD_LETTERS_TO_OTHER_REGION: Recording = {
  operation: 'UpdateFunctionConfiguration',
  sent: 'a dead-letter queue whose ARN does not have the Region of the function',
  answer: "Invalid dead letter queue ARN: The resource specified by the TargetArn must be in the same region as the Lambda function it's associated with.",
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_queues.json',
};

export const AGE_OF_ONE_MINUTE: Recording = {
  operation: 'Invoke',
  sent: 'an event for a function that always fails, with 2 retries and an event age of 60 seconds',
  answer: 'The record has the condition EventAgeExceeded and an approximateInvokeCount of 1: no retry. With 90 seconds the count is 2',
  date: '2025-11-27',
  repository: SNAPSHOTS,
  file: DESTINATIONS,
};

export const RESERVE_OF_ZERO: Recording = {
  operation: 'Invoke',
  sent: 'an event for a function with a reserved concurrency of 0',
  answer: 'Lambda answers 202; the record has the condition ZeroReservedConcurrency and an approximateInvokeCount of 0',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: INVOCATIONS,
};

export const EVENT_ACCEPTED: Recording = {
  operation: 'Invoke',
  sent: 'an event for a function that fails',
  answer: 'Lambda answers 202 with an empty body and without the executed version',
  date: '2023-09-04',
  repository: SNAPSHOTS,
  file: INVOCATIONS,
};

export const POLICY_OF_LATEST: Recording = {
  operation: 'AddPermission',
  sent: 'the qualifier `$LATEST`',
  answer: 'We currently do not support adding policies for $LATEST.',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const GRANT_ON_FUNCTION_ALONE: Recording = {
  operation: 'Invoke',
  sent: 'an event for a qualifier, with a permission on the unqualified function',
  answer: 'User … is not authorized to perform: lambda:InvokeFunction on resource: …:function:…:$LATEST',
  date: '2026-09',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/event_invocation.json',
};

export const INVOKE_ASYNC_ALONE: Recording = {
  operation: 'InvokeAsync',
  sent: 'an event, by a caller that may do nothing but `lambda:InvokeAsync`',
  answer: 'User … is not authorized to perform: lambda:InvokeFunction …',
  date: '2026-09-28',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/invoke_async.json',
};

export const FUNCTION_OF_OTHER_REGION: Recording = {
  operation: 'GetFunctionEventInvokeConfig',
  sent: 'the ARN of a function of another Region',
  answer: "Functions from '…' are not reachable in this region ('…')",
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const FUNCTION_OF_OTHER_ACCOUNT: Recording = {
  operation: 'CreateFunction',
  sent: 'the ARN of a function of another account',
  answer: 'AccessDeniedException without a message',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: API,
};

export const RESERVED_BELOW_PROVISIONED: Recording = {
  operation: 'PutFunctionConcurrency',
  sent: 'a reserved concurrency of 1 for a function with a provisioned concurrency of 2',
  answer: " ReservedConcurrentExecutions  1 should not be lower than function's total provisioned concurrency [2].",
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: INVOCATIONS,
};

export const EVENT_WITHOUT_PAYLOAD: Recording = {
  operation: 'Invoke',
  sent: 'an event without a payload',
  answer: 'The requestPayload of the record is {}',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: INVOCATIONS,
};

export const ATTEMPTS_OVER_TIME: Recording = {
  operation: 'Invoke',
  sent: 'an event for a function that always fails, with 2 retries',
  answer: 'One attempt after 30 seconds, two after 91, three after 213',
  date: '2025-11-25',
  repository: SNAPSHOTS,
  file: DESTINATIONS,
};

export const REQUEST_ID_OF_ATTEMPTS: Recording = {
  operation: 'Invoke',
  sent: 'an event for a function that fails, with 1 retry',
  answer: 'The log has two lines END with the request id of the answer',
  date: '2025-11-24',
  repository: SNAPSHOTS,
  file: INVOCATIONS,
};

export const AGED_OUT: Recording = {
  operation: 'Invoke',
  sent: 'an event for a function without free concurrency, until it was too old',
  answer: 'The record has the condition EventAgeExceeded and an approximateInvokeCount of 0',
  date: '2026-10-01',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/async_deleted_targets_analysis.json',
};

export const TARGET_DELETED: Recording = {
  operation: 'DeleteFunction',
  sent: 'a function between two attempts for an event of its alias',
  answer: 'The record has the ARN of the alias, an approximateInvokeCount of 2 and the status 404, but no responsePayload',
  date: '2026-10-01',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/async_deleted_targets_analysis.json',
};

export const BYTES_OF_RECORD: Recording = {
  operation: 'Invoke',
  sent: 'an event with blanks between its members, with a queue as destination',
  answer: 'The record has these blanks, and none of its own',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_queues.json',
};

export const RECORD_EVENT: Recording = {
  operation: 'Invoke',
  sent: 'an event, with a bus as destination of successes',
  answer: 'detail-type Lambda Function Invocation Result - Success, source lambda, resources …:event-bus/… and …:function:…:$LATEST',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_events.json',
};

export const RECORD_OBJECT: Recording = {
  operation: 'Invoke',
  sent: 'an event for a function that fails, with a bucket as destination',
  answer: 'The key is aws/lambda/async/…/2026/09/14/2026-09-14T15.16.38-… and the type application/octet-stream',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_s3.json',
};

export const DEAD_LETTER: Recording = {
  operation: 'Invoke',
  sent: 'an event for a function that fails, with a queue for dead letters',
  answer: 'The body is the event; ErrorCode is 200, ErrorMessage the message, RequestID that of the answer',
  date: '2026-09-14',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/outcomes_queues.json',
};

export const PENDING: Recording = {
  operation: 'Invoke',
  sent: 'an event for a function that was created just before',
  answer: 'The operation cannot be performed at this time. The function is currently in the following state: Pending',
  date: '2026-09-13',
  repository: CAPTURES,
  file: 'testdata/aws/lambda/event_edge_cases.json',
};
