import { QUALIFIER } from './identifiers';
import type { NumberConstraint, TextConstraint } from '../constraint';
import { reported } from '../reported';
import type { Rule } from '../rule';

const API = 'AWS Lambda API reference, PutFunctionEventInvokeConfig';

/** The id of every finding about a number that Lambda does not take. */
const SETTING_OUT_OF_RANGE = 'SettingOutOfRange';

/** How often a failed event is tried again. */
export const RETRY_ATTEMPTS = reported<NumberConstraint>({
  kind: 'number',
  property: 'retryAttempts',
  parameter: 'MaximumRetryAttempts',
  min: 0,
  max: 2,
  integer: true,
  default: 2,
  source: API,
}, {
  id: SETTING_OUT_OF_RANGE,
  consequence: 'Lambda takes nothing else: the deployment fails.',
  remedy: 'Leave it out for the default, or have failed events tried again from their destination.',
});

/** How long an event may wait in the queue, retries included. */
export const MAX_EVENT_AGE = reported<NumberConstraint>({
  kind: 'number',
  property: 'maxEventAge',
  parameter: 'MaximumEventAgeInSeconds',
  min: 60,
  max: 21600,
  integer: true,
  unit: 'seconds',
  default: 21600,
  source: API,
}, {
  id: SETTING_OUT_OF_RANGE,
  consequence: 'Lambda takes nothing else: the deployment fails.',
  remedy: 'Leave it out for the default, which is the longest, or give a number of seconds within the range.',
});

/** The page size of ListFunctionEventInvokeConfigs. */
export const LIST_MAX_ITEMS: NumberConstraint = {
  kind: 'number',
  property: 'maxItems',
  parameter: 'MaxItems',
  min: 1,
  max: 50,
  integer: true,
  source: 'AWS Lambda API reference, ListFunctionEventInvokeConfigs',
};

export const EMPTY_CONFIG: Rule = {
  id: 'EmptyConfig',
  rule: 'have at least one of `maxEventAge`, `retryAttempts`, `onFailure` and `onSuccess`',
  consequence: 'Lambda refuses a config without any setting: "You must specify at least one of error handling or destination setting."',
  remedy: 'Give the setting that you want, or leave the config out.',
  source: `${API}; message recorded from the service. A destination without ARN passes there, but sets nothing`,
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

export const UNKNOWN_QUALIFIER: Rule = {
  id: 'UnknownQualifier',
  rule: 'be `$LATEST`, or a version or alias that the function has',
  consequence: 'Lambda refuses the config: "The function doesn\'t exist."',
  remedy: 'Refer to the alias or version by its construct, so that it is created first.',
  source: `${API}; message recorded from the service`,
};

/** The qualifier that a config is for. */
export const CONFIG_QUALIFIER = reported<TextConstraint>(QUALIFIER, {
  id: UNKNOWN_QUALIFIER.id,
  consequence: 'Lambda refuses the config: the deployment fails.',
  remedy: 'Write `alias.aliasName` or `version.version`: a `Ref` of either yields its ARN.',
});

export const ALIAS_NOT_CONFIGURED: Rule = {
  id: 'AliasNotConfigured',
  rule: 'have a config of its own when it is invoked asynchronously',
  consequence: "Lambda never falls back to the config of another qualifier: this one's events get two retries within six hours, and no destination.",
  remedy: 'Give the alias or version its own `AsyncInvokeConfig`, or call the qualifier that has one.',
  source: 'recorded from the service: a published version or an alias does not take over the config of `$LATEST`',
};

export const UNOWNED_QUALIFIER_CONFIG: Rule = {
  id: 'UnownedQualifierConfig',
  rule: 'be `$LATEST`, an alias, or a version by its construct, rather than a number',
  consequence: "The config stays behind with that version: the next one that is published has Lambda's defaults.",
  remedy: 'Configure an alias: its config stays in force when it moves to another version.',
  source: 'recorded from the service: publishing a version copies no config to it',
};
