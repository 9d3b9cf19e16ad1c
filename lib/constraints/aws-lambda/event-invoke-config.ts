import { QUALIFIER } from './identifiers';
import * as recordings from './recordings';
import type { NumberConstraint, TextConstraint } from '../constraint';
import { quoting } from '../evidence';
import { reported } from '../reported';
import type { Remedy, Rule } from '../rule';

const API = 'AWS Lambda API reference, PutFunctionEventInvokeConfig';

/** The id of the findings about numbers out of range. */
const SETTING_OUT_OF_RANGE = 'SettingOutOfRange';

/** The number of retries of a failed event. */
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
  consequence: 'Lambda refuses other values: the deployment fails.',
  remedy: 'Leave it out for the default, or retry failed events from their destination.',
  evidence: { grade: 'documented', says: 'The API model has the range 0 to 2.' },
});

/** The longest time that an event stays in the queue, retries included, in seconds. */
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
  consequence: 'Lambda refuses other values: the deployment fails.',
  remedy: 'Leave it out for the default, which is the longest, or give a number of seconds within the range.',
  evidence: { grade: 'documented', says: 'The API model has the range 60 to 21600.' },
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
  consequence: quoting('Lambda refuses a config without any setting', recordings.NO_SETTING),
  remedy: 'Give the setting that you want, or leave the config out.',
  source: `${API}; message recorded from the service. A destination without ARN passes there, but sets nothing`,
  evidence: { grade: 'recorded', recordings: [recordings.NO_SETTING] },
};

/** The id of the config with which an `AsyncAlias` configures `$LATEST`. */
export const LATEST_CONFIG_ID = 'LatestAsyncInvokeConfig';

const LATEST_OF_ASYNC_ALIAS: Remedy = {
  when: 'an `AsyncAlias` or `AsyncFunction` configures `$LATEST`, too',
  remedy: 'Set `configureLatest: false` on the `AsyncAlias` or `AsyncFunction`, or remove the other config.',
};

/**
 * The remedy for configs of one qualifier; undefined for the usual one.
 *
 * @param paths the construct paths of the configs
 */
export function remedyForDuplicates(paths: readonly string[]): Remedy | undefined {
  return paths.some(path => path.split('/').includes(LATEST_CONFIG_ID)) ? LATEST_OF_ASYNC_ALIAS : undefined;
}

export const DUPLICATE_CONFIG: Rule = {
  id: 'DuplicateConfig',
  rule: 'be configured once for each qualifier',
  consequence: 'Lambda keeps one config for each qualifier: the later one overwrites the earlier, and deleting either deletes both.',
  remedy: 'Remove all but one.',
  remedies: [LATEST_OF_ASYNC_ALIAS],
  source: 'AWS Lambda API reference, PutFunctionEventInvokeConfig: "If a configuration already exists … this operation overwrites it."',
  evidence: { grade: 'documented', says: 'If a configuration already exists, the operation overwrites it.' },
};

export const FOREIGN_FUNCTION: Rule = {
  id: 'ForeignFunction',
  rule: "belong to the stack's account and Region",
  consequence: "CloudFormation passes only the name, so it configures the function of that name in the stack's own account and Region.",
  remedy: "Declare the config in a stack of the function's account and Region, or put it there by API with `DeployTimeAsyncInvokeConfig`.",
  source: 'AWS CloudFormation user guide, AWS::Lambda::EventInvokeConfig, FunctionName',
  evidence: {
    grade: 'derived',
    from: [
      'The property is the name of a function, without account and Region, as documented.',
      'CloudFormation puts the config in the account and Region of the stack.',
    ],
  },
};

export const UNKNOWN_QUALIFIER: Rule = {
  id: 'UnknownQualifier',
  parameter: QUALIFIER.parameter,
  rule: 'be `$LATEST`, or a version or alias that the function has',
  consequence: quoting('Lambda refuses the config', recordings.MISSING_TARGET),
  remedy: 'Refer to an alias or version of the function by its construct: then it exists, and is created first.',
  source: `${API}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.MISSING_TARGET] },
};

/** The remedy for the ARN of an alias or version in the place of a qualifier. */
export const ARN_AS_QUALIFIER: Remedy = {
  when: 'the value is the ARN of an alias or version',
  remedy: 'Write `alias.aliasName` or `version.version`: a `Ref` of either yields its ARN.',
};

/** The qualifier that a config is for. */
export const CONFIG_QUALIFIER = reported<TextConstraint>(QUALIFIER, {
  id: UNKNOWN_QUALIFIER.id,
  consequence: 'Lambda refuses the config: the deployment fails.',
  remedy: 'Write `$LATEST`, the number of a version or the name of an alias.',
  remedies: [ARN_AS_QUALIFIER],
  evidence: { grade: 'documented', says: 'The API model has a pattern and a length of 1 to 128 characters for qualifiers.' },
});

export const QUALIFIER_MISSING: Rule = {
  id: UNKNOWN_QUALIFIER.id,
  parameter: QUALIFIER.parameter,
  rule: 'be given, also for `$LATEST`',
  consequence: 'CloudFormation requires it: the deployment fails.',
  remedy: 'Write `$LATEST`, or the alias or version that callers invoke.',
  source: 'AWS CloudFormation user guide, AWS::Lambda::EventInvokeConfig, Qualifier',
  evidence: { grade: 'documented', says: 'The property is required.' },
};

export const QUALIFIER_CONFLICT: Rule = {
  id: UNKNOWN_QUALIFIER.id,
  parameter: QUALIFIER.parameter,
  rule: 'equal the qualifier in `FunctionName`',
  consequence: quoting('Lambda refuses the config', recordings.QUALIFIER_CONFLICT),
  remedy: 'Name the function without a qualifier, e.g. by `fn.functionName`.',
  source: `${API}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.QUALIFIER_CONFLICT] },
};

export const ALIAS_NOT_CONFIGURED: Rule = {
  id: 'AliasNotConfigured',
  rule: 'belong to an alias or version that has its own config',
  consequence: `Lambda never falls back to the config of another qualifier: this one's events get ${RETRY_ATTEMPTS.default} retries within ${MAX_EVENT_AGE.default! / 3600} hours, and no destination.`,
  remedy: 'Give the alias or version its own config, e.g. with `alias.configureAsyncInvoke` or an `AsyncInvokeConfig`, or call the qualifier that has one.',
  source: 'recorded from the service: a published version or an alias does not take over the config of `$LATEST`',
  evidence: {
    grade: 'recorded',
    recordings: [recordings.QUALIFIER_IN_USE, recordings.PUBLISHED_WITHOUT_CONFIG],
    caveat: 'No page of AWS states the rule.',
  },
};

export const UNOWNED_QUALIFIER_CONFIG: Rule = {
  id: 'UnownedQualifierConfig',
  rule: 'be `$LATEST`, an alias, or a version that the app declares',
  consequence: "The config applies only to that version: the next published version has Lambda's defaults.",
  remedy: 'Configure an alias: it keeps its config when it moves to another version.',
  source: 'recorded from the service: publishing a version copies no config to it',
  evidence: { grade: 'recorded', recordings: [recordings.PUBLISHED_WITHOUT_CONFIG] },
};
