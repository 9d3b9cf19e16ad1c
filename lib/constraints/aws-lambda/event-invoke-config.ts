import type { NumberConstraint } from '../constraint';
import type { Rule } from '../rule';

const API = 'AWS Lambda API reference, PutFunctionEventInvokeConfig';

/** The settings of `PutFunctionEventInvokeConfig` and `AWS::Lambda::EventInvokeConfig`. */
export const RETRY_ATTEMPTS: NumberConstraint = {
  kind: 'number',
  property: 'retryAttempts',
  parameter: 'MaximumRetryAttempts',
  min: 0,
  max: 2,
  integer: true,
  default: 2,
  source: API,
};

export const MAX_EVENT_AGE: NumberConstraint = {
  kind: 'number',
  property: 'maxEventAge',
  parameter: 'MaximumEventAgeInSeconds',
  min: 60,
  max: 21600,
  integer: true,
  unit: 'seconds',
  default: 21600,
  source: API,
};

export const EMPTY_CONFIG: Rule = {
  id: 'EmptyConfig',
  rule: 'have at least one of `maxEventAge`, `retryAttempts`, `onFailure` and `onSuccess`',
  consequence: 'Lambda refuses a config without any setting: "You must specify at least one of error handling or destination setting."',
  remedy: 'Give the setting that you want, or leave the config out.',
  source: `${API}; message recorded from the service`,
};

export const DUPLICATE_CONFIG: Rule = {
  id: 'DuplicateConfig',
  rule: 'be configured once for each qualifier',
  consequence: 'Lambda keeps one config for each of them: the later one overwrites the earlier, and deleting either deletes both.',
  remedy: 'Remove all but one; an `AsyncAlias` leaves `$LATEST` alone with `configureLatest: false`.',
  source: 'AWS Lambda API reference, PutFunctionEventInvokeConfig: "If a configuration already exists … this operation overwrites it."',
};

export const FOREIGN_FUNCTION: Rule = {
  id: 'ForeignFunction',
  rule: "belong to the stack's account and Region",
  consequence: "CloudFormation names only the function, so it would configure the function of that name in the stack's own account and Region.",
  remedy: "Declare the config in a stack of the function's account and Region, or put it there by API with `DeployTimeAsyncInvokeConfig`.",
  source: 'AWS CloudFormation user guide, AWS::Lambda::EventInvokeConfig, FunctionName',
};
