import * as recordings from './recordings';
import { quoting } from '../evidence';
import type { Rule } from '../rule';
import { SERVICE_TIMEOUT } from './custom-resource';
import { TIMEOUT } from './function';

const CUSTOM_RESOURCE = SERVICE_TIMEOUT.source;
const REQUESTS = 'AWS CloudFormation user guide, custom resource request types';
const LIMITS = 'AWS Lambda developer guide, quotas';

export const SYNCHRONOUS_TOO_LONG: Rule = {
  id: 'SynchronousTooLong',
  rule: `leave the handler, which waits for the function, time to answer within its limit of ${TIMEOUT.max} seconds`,
  consequence: 'Lambda stops the handler before it can answer, and the deployment hangs until it times out.',
  remedy: 'Use `invocationType: InvocationType.EVENT` with `awaitOutcome`, or lower the timeout of the function.',
  source: LIMITS,
  evidence: {
    grade: 'derived',
    from: [
      'Lambda stops a function after 900 seconds at most, as documented.',
      'The handler waits for the function that it invokes.',
    ],
  },
};

export const OUTCOME_TOO_LATE: Rule = {
  id: 'OutcomeTooLate',
  rule: `be known within the ${SERVICE_TIMEOUT.max} seconds that CloudFormation waits`,
  consequence: 'The deployment fails while the event can still succeed.',
  remedy: 'Lower `maxEventAge` or `retryAttempts` of the outcome, or the timeout of the function.',
  source: CUSTOM_RESOURCE,
  evidence: { grade: 'documented', says: 'CloudFormation waits 3600 seconds for a custom resource at most.' },
};

export const SHORTER_THAN_FUNCTION: Rule = {
  id: 'ShorterThanFunction',
  rule: 'be at least the timeout of the function',
  consequence: 'The deployment fails while the function still runs, and the result of the run is lost.',
  remedy: 'Leave `timeout` out: the default follows from the timeout of the function.',
  source: LIMITS,
  evidence: { grade: 'derived', from: ['Lambda runs a function until its timeout, whether or not a caller waits, as documented.'] },
};

export const OUTCOME_OF_CALL: Rule = {
  id: 'OutcomeOfCall',
  rule: 'be left out unless the invocation is an event',
  consequence: 'Only events have an outcome to wait for: a failed synchronous invocation fails the deployment by itself, and a dry run runs nothing.',
  remedy: 'Use `invocationType: InvocationType.EVENT`, or leave `awaitOutcome` out.',
  source: 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"',
  evidence: { grade: 'documented', says: 'Lambda sends records of asynchronous invocations only.' },
};

export const OUTCOME_OF_FOREIGN_FUNCTION: Rule = {
  id: 'OutcomeOfForeignFunction',
  rule: 'be declared in the same stack when its outcome is awaited',
  consequence: 'The construct makes an alias, a config and a permission for the deployment: they must be in the stack of the function.',
  remedy: 'Declare the invocation in the stack of the function, or use `InvocationType.REQUEST_RESPONSE`.',
  source: 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"',
  evidence: {
    grade: 'derived',
    from: [
      'The outcome arrives as the record of an alias with its own config.',
      'CloudFormation makes aliases and configs in the account and Region of the stack.',
    ],
  },
};

export const OUTCOME_OF_DURABLE_FUNCTION: Rule = {
  id: 'OutcomeOfDurableFunction',
  rule: 'not be a durable function when its outcome is awaited',
  consequence: 'Durable functions support no destinations, so no record reports the outcome.',
  remedy: 'Use `InvocationType.REQUEST_RESPONSE`, or a function that is not durable.',
  source: 'AWS Lambda developer guide, "Invoking Lambda durable functions"',
  evidence: { grade: 'documented', says: 'Durable functions support dead-letter queues, but no destinations.' },
};

export const OUTCOME_NOT_REPORTED: Rule = {
  id: 'OutcomeNotReported',
  rule: 'be left out unless the role of the function accepts permissions',
  consequence: 'When the config is put, Lambda checks that the role may send records to the queue of the construct: the deployment fails.',
  remedy: 'Give the function a role that accepts policies, or use `InvocationType.REQUEST_RESPONSE`.',
  source: 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"',
  evidence: { grade: 'recorded', recordings: [recordings.NO_TOPIC_PERMISSION, recordings.NO_BUCKET_PERMISSION] },
};

export const NOTHING_TO_READ: Rule = {
  id: 'NothingToRead',
  rule: 'be read only if the deployment waits for the function',
  consequence: 'Lambda accepts an event before the function runs, and a dry run runs nothing: there is nothing to read.',
  remedy: 'Use `InvocationType.REQUEST_RESPONSE`, or `InvocationType.EVENT` with `awaitOutcome`.',
  source: 'recorded from the service: an event is answered with 202 and an empty body, without the executed version',
  evidence: { grade: 'recorded', recordings: [recordings.EVENT_ACCEPTED] },
};

export const UNKNOWN_PATH: Rule = {
  id: 'UnknownPath',
  rule: 'be known at synth',
  consequence: 'CloudFormation accepts no expression as the name of an attribute: the deployment fails.',
  remedy: 'Write the path as a literal text, or read the response in the function that needs it.',
  source: 'AWS CloudFormation template reference, Fn::GetAtt',
  evidence: { grade: 'documented', says: 'The name of an attribute in `Fn::GetAtt` may be a `Ref`, and without the transform AWS::LanguageExtensions no other function.' },
};

export const NOT_INVOKED_ON_CREATE: Rule = {
  id: 'NotInvokedOnCreate',
  rule: 'be read only of an invocation that takes place on create',
  consequence: 'When the stack is created, there is no result yet: the deployment fails.',
  remedy: 'Add `DeployTimeEvent.CREATE` to `invokeOn`.',
  source: REQUESTS,
  evidence: { grade: 'documented', says: 'CloudFormation reads the attributes of a custom resource from the answer to its request.' },
};

export const NOT_INVOKED_ON_UPDATE: Rule = {
  id: 'NotInvokedOnUpdate',
  rule: 'be left out unless `invokeOn` lists the update',
  consequence: 'A changed value is an update, so it never invokes the function.',
  remedy: 'Add `DeployTimeEvent.UPDATE` to `invokeOn`, or leave it out.',
  source: REQUESTS,
  evidence: { grade: 'documented', says: 'A change of a property sends an update to a custom resource.' },
};

export const KEPT_RESPONSE_READABLE: Rule = {
  id: 'KeptResponseReadable',
  rule: 'be left out unless `invokeOn` lists the update',
  consequence: 'An update does not run the function again, so the physical id of the resource keeps the values that you read. CloudFormation never masks it.',
  remedy: 'Add `DeployTimeEvent.UPDATE` to `invokeOn`, or let the function store the value as a secret and return its ARN.',
  source: 'AWS CloudFormation user guide, custom resource response objects',
  evidence: {
    grade: 'derived',
    from: [
      'With `NoEcho`, CloudFormation masks the values that `Fn::GetAtt` returns, as documented.',
      'The physical id is not such a value: each event of the stack shows it.',
    ],
  },
};

export const KEPT_SECRET_READABLE: Rule = {
  id: 'KeptSecretReadable',
  rule: 'not name a secret unless `invokeOn` lists the update',
  consequence: 'Later deployments need the value, so the physical id of the resource keeps it, where everyone can read it who may describe the stack.',
  remedy: 'Let the function store the value as a secret and return its ARN, or add `DeployTimeEvent.UPDATE` to `invokeOn` and set `noEcho`. ' +
    'If the value is not secret, acknowledge this warning.',
  source: KEPT_RESPONSE_READABLE.source,
  evidence: KEPT_RESPONSE_READABLE.evidence,
};

export const FUNCTION_SWITCHED_OFF: Rule = {
  id: 'FunctionSwitchedOff',
  rule: 'have a reserved concurrency other than 0',
  consequence: 'Lambda throttles every call of such a function until the deployment fails, and never runs it for an event.',
  remedy: 'Raise `reservedConcurrentExecutions` of the function, or remove the invocation while the function is switched off.',
  source: 'AWS Lambda developer guide; condition ZeroReservedConcurrency recorded from the service',
  evidence: { grade: 'recorded', recordings: [recordings.RESERVE_OF_ZERO] },
};

export const WAITS_FOR_INVOCATION: Rule = {
  id: 'WaitsForInvocation',
  rule: 'be constructs that do not wait for the invocation',
  consequence: 'Each waits for the other: CloudFormation refuses circular dependencies.',
  remedy: 'Remove the construct from `executeAfter`, or remove its dependency on the invocation.',
  source: 'AWS CloudFormation user guide, DependsOn',
  evidence: { grade: 'documented', says: 'CloudFormation refuses circular dependencies.' },
};

export const WAITS_FOR_ITSELF: Rule = {
  id: 'WaitsForItself',
  rule: 'not contain a construct that the invocation needs',
  consequence: 'Each waits for the other: CloudFormation refuses circular dependencies.',
  remedy: 'Name the constructs that are to wait one by one, or move the function out of that scope.',
  source: 'AWS CloudFormation user guide, DependsOn',
  evidence: { grade: 'documented', says: 'CloudFormation refuses circular dependencies.' },
};

export const TIMEOUT_OF_EVENT: Rule = {
  id: 'TimeoutOfEvent',
  rule: 'be left out unless the invocation is synchronous',
  consequence: 'Lambda answers events and dry runs at once; how long an outcome may take follows from `maxEventAge` and the timeout of the function.',
  remedy: 'Leave it out.',
  source: LIMITS,
  evidence: { grade: 'recorded', recordings: [recordings.EVENT_ACCEPTED] },
};

export const SETTING_OF_OUTCOME: Rule = {
  id: 'SettingOfOutcome',
  rule: 'be left out unless the outcome is awaited',
  consequence: 'The setting applies only to an event whose outcome the deployment awaits.',
  remedy: 'Add `awaitOutcome: true`, or configure the function with `AsyncInvokeConfig`.',
  source: 'AWS Lambda API reference, PutFunctionEventInvokeConfig',
  evidence: { grade: 'documented', says: 'Retries and event age are settings of a qualifier, not of an invocation.' },
};

export const REGION_OF_OTHER_FUNCTION: Rule = {
  id: 'RegionOfOtherFunction',
  rule: 'be the Region of the function',
  consequence: quoting('Lambda refuses it', recordings.FUNCTION_OF_OTHER_REGION),
  remedy: 'Leave `region` out: it is taken from the ARN of the function.',
  source: 'recorded from the service',
  evidence: { grade: 'recorded', recordings: [recordings.FUNCTION_OF_OTHER_REGION] },
};

export const EXTERNAL_ID_WITHOUT_ROLE: Rule = {
  id: 'ExternalIdWithoutRole',
  rule: 'be left out when no role is assumed',
  consequence: 'An external id is sent only when a role is assumed.',
  remedy: 'Give the role in `assumedRole`.',
  source: 'AWS Security Token Service API reference, AssumeRole',
  evidence: { grade: 'documented', says: 'An external id is a parameter of AssumeRole.' },
};

export const ROLE_OF_OTHER_ACCOUNT_MISSING: Rule = {
  id: 'RoleOfOtherAccountMissing',
  rule: 'be given for a function of another account',
  consequence: 'Lambda lets only callers of its own account read or change the config of a function: the deployment fails.',
  remedy: 'Give in `assumedRole` a role of that account that may do so and trusts the role of this construct.',
  source: 'recorded from the service: a function ARN of another account is answered with AccessDeniedException',
  evidence: { grade: 'recorded', recordings: [recordings.FUNCTION_OF_OTHER_ACCOUNT] },
};

export const STACK_WITHOUT_ASSETS: Rule = {
  id: 'StackWithoutAssets',
  rule: 'be one that supports assets',
  consequence: 'The code of the handler is an asset: without a bootstrapped bucket, the deployment has nowhere to upload it.',
  remedy: 'Use the default synthesizer in an environment that `cdk bootstrap` has prepared, or declare the construct in such a stack.',
  source: 'AWS CDK API reference, BootstraplessSynthesizer: stacks that use it cannot have assets',
  evidence: { grade: 'documented', says: 'A stack with this synthesizer cannot contain assets.' },
};

export const HANDLER_SWITCHED_OFF: Rule = {
  id: 'HandlerSwitchedOff',
  rule: 'be at least 1',
  consequence: 'Lambda drops every request of CloudFormation, and the deployment hangs until it times out.',
  remedy: 'Leave it out, or reserve at least 1.',
  source: 'AWS Lambda developer guide; condition ZeroReservedConcurrency recorded from the service',
  evidence: { grade: 'recorded', recordings: [recordings.RESERVE_OF_ZERO] },
};

export const TWO_LOG_SETTINGS: Rule = {
  id: 'TwoLogSettings',
  rule: 'be left out beside `provider.logGroup`',
  consequence: 'The retention is a setting of the log group itself.',
  remedy: 'Set `retention` on that log group.',
  source: 'AWS CloudFormation schema, AWS::Logs::LogGroup',
  evidence: { grade: 'documented', says: 'The retention is a property of a log group.' },
};

export const NO_ROUTE_FOR_ANSWERS: Rule = {
  id: 'NoRouteForAnswers',
  rule: 'not be isolated unless they have endpoints for Lambda and Amazon S3',
  consequence: 'The handler answers CloudFormation through Amazon S3: without a route to it, each deployment hangs until it times out.',
  remedy: 'Use subnets with a NAT, or add an interface endpoint for Lambda and a gateway endpoint for S3, then acknowledge this warning.',
  source: 'AWS CloudFormation user guide, "Setting up VPC endpoints for custom resources"',
  evidence: { grade: 'documented', says: 'A custom resource in a VPC needs a route to Amazon S3 to answer CloudFormation.' },
};
