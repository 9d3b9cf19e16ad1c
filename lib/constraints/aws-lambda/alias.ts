import { WORD } from './identifiers';
import * as recordings from './recordings';
import type { CountConstraint, NumberConstraint, TextConstraint } from '../constraint';
import { quoting } from '../evidence';
import { reported } from '../reported';
import type { Remedy, Rule } from '../rule';
import { violation } from '../violation';

const API = 'AWS Lambda API reference, CreateAlias';

/** The id of the findings about the versions of an alias. */
export const ALIAS_ROUTING = 'AliasRouting';

const ANYTHING_ELSE = 'Lambda refuses anything else: the deployment fails.';

/** The name of an alias, which is also its qualifier. */
export const ALIAS_NAME = reported<TextConstraint>({
  kind: 'text',
  property: 'aliasName',
  parameter: 'Name',
  min: 1,
  max: 128,
  pattern: `(?!^[0-9]+$)(${WORD.pattern})`,
  grammar: `${WORD.grammar}, not all digits`,
  source: API,
}, {
  id: ALIAS_ROUTING,
  consequence: ANYTHING_ELSE,
  remedy: 'Give the alias another name, e.g. `v2024` instead of `2024`.',
  evidence: { grade: 'recorded', recordings: [recordings.NUMERIC_ALIAS] },
});

/** The description of an alias. */
export const ALIAS_DESCRIPTION: TextConstraint = {
  kind: 'text',
  property: 'description',
  parameter: 'Description',
  min: 0,
  max: 256,
  pattern: '[\\s\\S]*',
  source: API,
};

/** The remedy for an alias in the place of a version. */
export const ALIAS_AS_VERSION: Remedy = {
  when: 'the value is an alias',
  remedy: 'Use the version that the other alias points to.',
};

/** The remedy for the ARN of a version in the place of its number. */
export const VERSION_BY_ARN: Remedy = {
  when: 'the value is the ARN of a version',
  remedy: 'Write `version.version`: a `Ref` of a version yields its ARN.',
};

/** The version that an alias points to. */
export const ALIAS_VERSION = reported<TextConstraint>({
  kind: 'text',
  property: 'version',
  parameter: 'FunctionVersion',
  min: 1,
  max: 1024,
  pattern: '\\$LATEST(\\.PUBLISHED)?|[0-9]+',
  grammar: 'a version number or `$LATEST`, never an alias',
  source: `${API}; AWS Lambda API model, 2026-07, VersionWithLatestPublished`,
}, {
  id: ALIAS_ROUTING,
  consequence: ANYTHING_ELSE,
  remedy: 'Write the number of a version, e.g. `version.version`.',
  remedies: [VERSION_BY_ARN, ALIAS_AS_VERSION],
  evidence: { grade: 'documented', says: 'The API model has the pattern `(\\$LATEST(\\.PUBLISHED)?|[0-9]+)` for the version of an alias.' },
});

/** The remedy for a text that is no version; undefined for the usual one. */
export function remedyForVersion(text: string): Remedy | undefined {
  if (/^arn:.*:[0-9]+$/.test(text)) {
    return VERSION_BY_ARN;
  }
  return violation(ALIAS_NAME, text) === undefined ? ALIAS_AS_VERSION : undefined;
}

/** The additional versions of an alias. */
export const ADDITIONAL_VERSIONS = reported<CountConstraint>({
  kind: 'count',
  property: 'additionalVersions',
  parameter: 'RoutingConfig.AdditionalVersionWeights',
  max: 1,
  unit: 'version',
  source: 'recorded from the service, CreateAlias',
}, {
  id: ALIAS_ROUTING,
  consequence: quoting('Lambda refuses it', recordings.TWO_ADDITIONAL_VERSIONS),
  remedy: 'Share an alias between at most two versions.',
  evidence: { grade: 'recorded', recordings: [recordings.TWO_ADDITIONAL_VERSIONS] },
});

/** An additional version of an alias. */
export const ADDITIONAL_VERSION = reported<TextConstraint>({
  kind: 'text',
  property: 'additionalVersions[0].version',
  parameter: 'RoutingConfig.AdditionalVersionWeights',
  min: 1,
  max: 1024,
  pattern: '[0-9]+',
  grammar: 'a version number, never `$LATEST`',
  source: `${API}; AWS Lambda API model, 2026-07, AdditionalVersion`,
}, {
  id: ALIAS_ROUTING,
  consequence: ANYTHING_ELSE,
  remedy: 'Use a published version of the function.',
  remedies: [VERSION_BY_ARN, ALIAS_AS_VERSION],
  evidence: { grade: 'recorded', recordings: [recordings.WEIGHT_FOR_LATEST] },
});

/** The share of invocations that the additional version gets. */
export const ADDITIONAL_VERSION_WEIGHT = reported<NumberConstraint>({
  kind: 'number',
  property: 'additionalVersions[0].weight',
  parameter: 'RoutingConfig.AdditionalVersionWeights',
  min: 0,
  max: 1,
  integer: false,
  source: API,
}, {
  id: ALIAS_ROUTING,
  consequence: ANYTHING_ELSE,
  remedy: 'Give the share of the invocations, e.g. 0.1 for a tenth.',
  evidence: { grade: 'recorded', recordings: [recordings.WEIGHT_ABOVE_ONE] },
});

export const WEIGHTED_LATEST: Rule = {
  id: ALIAS_ROUTING,
  parameter: ALIAS_VERSION.parameter,
  rule: 'be a published version when the alias has an additional one',
  consequence: quoting('Lambda refuses it', recordings.LATEST_WITH_WEIGHT),
  remedy: 'Use a published version, e.g. `currentVersion` of the function.',
  source: `${API}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.LATEST_WITH_WEIGHT] },
};

export const SAME_VERSION_TWICE: Rule = {
  id: ALIAS_ROUTING,
  parameter: ADDITIONAL_VERSION.parameter,
  rule: 'differ from the main version of the alias',
  consequence: 'Lambda refuses it: the version "is already included in routing configuration."',
  remedy: 'Leave `additionalVersions` out, or give another version.',
  source: `${API}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.SAME_VERSION] },
};

export const ALIAS_NAME_TWICE: Rule = {
  id: 'AliasNameTwice',
  parameter: ALIAS_NAME.parameter,
  rule: 'differ from the names of the other aliases of the function',
  consequence: quoting('Lambda refuses it', recordings.SECOND_ALIAS),
  remedy: 'Remove the other alias, or give this one another `aliasName`.',
  source: `${API}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.SECOND_ALIAS] },
};

export const ALIAS_OF_LATEST: Rule = {
  id: 'AliasOfLatest',
  rule: 'be a published version',
  consequence: 'Lambda accepts `$LATEST` for an alias without weights, but the alias then changes with every change of the code, and you cannot roll it back.',
  remedy: 'Use `currentVersion` of the function, or acknowledge this warning.',
  source: `${API}, recorded from the service; the guide speaks of published versions only`,
  evidence: {
    grade: 'recorded',
    recordings: [recordings.UNWEIGHTED_LATEST],
    caveat: 'The developer guide speaks of published versions only.',
  },
};
