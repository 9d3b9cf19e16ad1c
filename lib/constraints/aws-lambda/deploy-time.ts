import type { Rule } from '../rule';
import { SERVICE_TIMEOUT } from './custom-resource';
import { TIMEOUT } from './function';

const CUSTOM_RESOURCE = SERVICE_TIMEOUT.source;
const REQUESTS = 'AWS CloudFormation user guide, custom resource request types';
const LIMITS = 'AWS Lambda developer guide, quotas';

export const SYNCHRONOUS_TOO_LONG: Rule = {
  id: 'SynchronousTooLong',
  rule: `leave the handler, which waits for the function, time to answer within its own ${TIMEOUT.max} seconds`,
  consequence: 'The handler would be killed before it can answer, and the deployment would hang until it times out.',
  remedy: 'Use `invocationType: InvocationType.EVENT` with `awaitOutcome`, or lower the timeout of the function.',
  source: LIMITS,
};

export const OUTCOME_TOO_LATE: Rule = {
  id: 'OutcomeTooLate',
  rule: `be known within the ${SERVICE_TIMEOUT.max} seconds that CloudFormation waits`,
  consequence: 'The deployment would fail while the event still has time to succeed.',
  remedy: 'Lower `maxEventAge` or `retryAttempts` of the outcome, or the timeout of the function.',
  source: CUSTOM_RESOURCE,
};

export const SHORTER_THAN_FUNCTION: Rule = {
  id: 'ShorterThanFunction',
  rule: 'be at least the timeout of the function',
  consequence: 'The deployment would fail while the function still runs, and nobody would learn how that ends.',
  remedy: 'Leave `timeout` out: it follows from that of the function.',
  source: LIMITS,
};

export const OUTCOME_OF_CALL: Rule = {
  id: 'OutcomeOfCall',
  rule: 'be left out unless the invocation is an event',
  consequence: 'Only events have an outcome to wait for: a synchronous invocation fails the deployment anyway, and a dry run runs nothing.',
  remedy: 'Use `invocationType: InvocationType.EVENT`, or leave `awaitOutcome` out.',
  source: 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"',
};

export const OUTCOME_OF_FOREIGN_FUNCTION: Rule = {
  id: 'OutcomeOfForeignFunction',
  rule: 'be a function that the same stack makes when its outcome is awaited',
  consequence: 'The outcome is reported to an alias that exists for the deployment only, with a config and a permission of its own: those belong beside the function.',
  remedy: 'Declare the invocation in the stack of the function, or use `InvocationType.REQUEST_RESPONSE`.',
  source: 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"',
};

export const OUTCOME_OF_DURABLE_FUNCTION: Rule = {
  id: 'OutcomeOfDurableFunction',
  rule: 'not be a durable function when its outcome is awaited',
  consequence: 'Durable functions support no destinations, so no record would ever tell the outcome.',
  remedy: 'Use `InvocationType.REQUEST_RESPONSE`, or a function that is not durable.',
  source: 'AWS Lambda developer guide, "Invoking Lambda durable functions"',
};

export const OUTCOME_NOT_REPORTED: Rule = {
  id: 'OutcomeNotReported',
  rule: 'be left out unless the role of the function can be given permissions',
  consequence: 'Lambda checks that the role may send records to the queue of the construct when the config is put: the deployment would fail.',
  remedy: 'Give the function a role that accepts policies, or use `InvocationType.REQUEST_RESPONSE`.',
  source: 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"',
};

export const NOTHING_TO_READ: Rule = {
  id: 'NothingToRead',
  rule: 'be read only where the deployment waits for the function',
  consequence: 'Lambda accepts an event before the function runs, and a dry run runs nothing: there is nothing to read.',
  remedy: 'Use `InvocationType.REQUEST_RESPONSE`, or `InvocationType.EVENT` with `awaitOutcome`.',
  source: 'recorded from the service: an event is answered with 202 and an empty body, without the executed version',
};

export const NOT_INVOKED_ON_CREATE: Rule = {
  id: 'NotInvokedOnCreate',
  rule: 'be read only of an invocation that takes place on create',
  consequence: 'There is nothing to read yet when the stack is created: that would fail.',
  remedy: 'Add `DeployTimeEvent.CREATE` to `invokeOn`.',
  source: REQUESTS,
};

export const NOT_INVOKED_ON_UPDATE: Rule = {
  id: 'NotInvokedOnUpdate',
  rule: 'be left out unless `invokeOn` lists the update',
  consequence: 'What has changed is an update, so it would never invoke the function.',
  remedy: 'Add `DeployTimeEvent.UPDATE` to `invokeOn`, or leave it out.',
  source: REQUESTS,
};

export const FUNCTION_SWITCHED_OFF: Rule = {
  id: 'FunctionSwitchedOff',
  rule: 'be one that may run: with a reserved concurrency other than 0',
  consequence: 'Lambda throttles every call of such a function until the deployment fails, and gives every event up at once.',
  remedy: 'Raise `reservedConcurrentExecutions` of the function, or remove the invocation as long as the function is switched off.',
  source: 'AWS Lambda developer guide; condition ZeroReservedConcurrency recorded from the service',
};

export const WAITS_FOR_INVOCATION: Rule = {
  id: 'WaitsForInvocation',
  rule: 'be constructs that do not wait for the invocation',
  consequence: 'Each would wait for the other: CloudFormation refuses such a circle.',
  remedy: 'Decide which of them comes first.',
  source: 'AWS CloudFormation user guide, DependsOn',
};

export const WAITS_FOR_ITSELF: Rule = {
  id: 'WaitsForItself',
  rule: 'be constructs without what the invocation needs itself',
  consequence: 'Each would wait for the other: CloudFormation refuses such a circle.',
  remedy: 'Name the constructs that are to wait one by one, or move the function out of that scope.',
  source: 'AWS CloudFormation user guide, DependsOn',
};

export const TIMEOUT_OF_EVENT: Rule = {
  id: 'TimeoutOfEvent',
  rule: 'be left out unless the invocation is synchronous',
  consequence: 'Lambda answers events and dry runs at once; how long an outcome may take follows from `maxEventAge` and the timeout of the function.',
  remedy: 'Leave it out.',
  source: LIMITS,
};

export const SETTING_OF_OUTCOME: Rule = {
  id: 'SettingOfOutcome',
  rule: 'be left out unless the outcome is awaited',
  consequence: 'It holds for the invocation of the deployment alone, whose outcome is awaited: without that, nothing would have it.',
  remedy: 'Add `awaitOutcome: true`, or configure the function with `AsyncInvokeConfig`.',
  source: 'AWS Lambda API reference, PutFunctionEventInvokeConfig',
};

export const REGION_OF_OTHER_FUNCTION: Rule = {
  id: 'RegionOfOtherFunction',
  rule: 'be the Region of the function',
  consequence: 'Lambda refuses it: "Functions from … are not reachable in this region".',
  remedy: 'Leave `region` out: it is taken from the ARN of the function.',
  source: 'recorded from the service',
};

export const EXTERNAL_ID_WITHOUT_ROLE: Rule = {
  id: 'ExternalIdWithoutRole',
  rule: 'be left out when no role is assumed',
  consequence: 'An external id is part of assuming a role: nobody would ever see this one.',
  remedy: 'Give the role in `assumedRole`.',
  source: 'AWS Security Token Service API reference, AssumeRole',
};

export const ROLE_OF_OTHER_ACCOUNT_MISSING: Rule = {
  id: 'RoleOfOtherAccountMissing',
  rule: 'be given for a function of another account',
  consequence: 'Lambda lets nobody of another account read or change the config of a function: the deployment fails.',
  remedy: 'Give in `assumedRole` a role of that account that may do so and trusts the role of this construct.',
  source: 'recorded from the service: a function ARN of another account is answered with AccessDeniedException',
};

export const HANDLER_SWITCHED_OFF: Rule = {
  id: 'HandlerSwitchedOff',
  rule: 'be at least 1',
  consequence: 'Lambda would give up every request of CloudFormation unread, and the deployment would hang until it times out.',
  remedy: 'Leave it out, or reserve at least 1.',
  source: 'AWS Lambda developer guide; condition ZeroReservedConcurrency recorded from the service',
};

export const TWO_LOG_SETTINGS: Rule = {
  id: 'TwoLogSettings',
  rule: 'be left out beside `provider.logGroup`',
  consequence: 'The retention of a log group is set where the group is made.',
  remedy: 'Set `retention` on that log group.',
  source: 'AWS CloudFormation schema, AWS::Logs::LogGroup',
};

export const NO_ROUTE_FOR_ANSWERS: Rule = {
  id: 'NoRouteForAnswers',
  rule: 'not be isolated, unless endpoints of Lambda and Amazon S3 are in reach',
  consequence: 'The handler answers CloudFormation through Amazon S3: without a way there, each deployment hangs until it times out.',
  remedy: 'Use subnets with a NAT, or add an interface endpoint for Lambda and a gateway endpoint for S3, then acknowledge this warning.',
  source: 'AWS CloudFormation user guide, "Setting up VPC endpoints for custom resources"',
};
