import type { CountConstraint, NumberConstraint, TextConstraint } from '../constraint';
import type { Rule } from '../rule';

const API = 'AWS Lambda API reference, CreateAlias';

const ANYTHING_ELSE = 'Lambda refuses anything else: the deployment fails.';

/** The name of an alias, which is also its qualifier. */
export const ALIAS_NAME: TextConstraint = {
  kind: 'text',
  property: 'aliasName',
  parameter: 'Name',
  min: 1,
  max: 128,
  pattern: '(?!^[0-9]+$)([a-zA-Z0-9-_]+)',
  grammar: 'letters, digits, hyphens and underscores, not all digits',
  source: API,
};

/** What people read about an alias. */
export const ALIAS_DESCRIPTION: TextConstraint = {
  kind: 'text',
  property: 'description',
  parameter: 'Description',
  min: 0,
  max: 256,
  pattern: '[\\s\\S]*',
  source: API,
};

/** The version that an alias points to. */
export const ALIAS_VERSION: TextConstraint = {
  kind: 'text',
  property: 'version',
  parameter: 'FunctionVersion',
  min: 1,
  max: 1024,
  pattern: '\\$LATEST(\\.PUBLISHED)?|[0-9]+',
  grammar: 'a version number or `$LATEST`, never an alias',
  source: `${API}; AWS Lambda API model, 2026-07, VersionWithLatestPublished`,
};

/** The versions that share an alias with its main one. */
export const ADDITIONAL_VERSIONS: CountConstraint = {
  kind: 'count',
  property: 'additionalVersions',
  parameter: 'RoutingConfig.AdditionalVersionWeights',
  max: 1,
  unit: 'version',
  source: 'recorded from the service: "Number of items in AdditionalVersionWeights cannot be greater than 1"',
};

/** A version that shares an alias with its main one. */
export const ADDITIONAL_VERSION: TextConstraint = {
  kind: 'text',
  property: 'additionalVersions[0].version',
  parameter: 'RoutingConfig.AdditionalVersionWeights',
  min: 1,
  max: 1024,
  pattern: '[0-9]+',
  grammar: 'a version number, never `$LATEST`',
  source: `${API}; AWS Lambda API model, 2026-07, AdditionalVersion`,
};

/** The share of invocations that the additional version gets. */
export const ADDITIONAL_VERSION_WEIGHT: NumberConstraint = {
  kind: 'number',
  property: 'additionalVersions[0].weight',
  parameter: 'RoutingConfig.AdditionalVersionWeights',
  min: 0,
  max: 1,
  integer: false,
  source: API,
};

export const WEIGHTED_LATEST: Rule = {
  id: 'AliasRouting',
  rule: 'be a published version when the alias has an additional one',
  consequence: 'Lambda refuses it: "$LATEST is not supported for an alias pointing to more than 1 version".',
  remedy: 'Use `currentVersion` of the function.',
  source: `${API}; message recorded from the service`,
};

export const SAME_VERSION_TWICE: Rule = {
  id: 'AliasRouting',
  rule: 'differ from the main version of the alias',
  consequence: 'Lambda refuses it: the version "is already included in routing configuration."',
  remedy: 'Leave `additionalVersions` out, or give another version.',
  source: `${API}; message recorded from the service`,
};

export const UNLIKE_VERSIONS: Rule = {
  id: 'AliasRouting',
  rule: 'have the execution role and the dead-letter queue of the main version',
  consequence: 'Lambda lets two versions share an alias only if both have the same role, and the same dead-letter queue or none.',
  remedy: 'Move the alias wholly to the new version, or publish both with the same role and dead-letter queue.',
  source: 'AWS Lambda developer guide, "Create an alias for a Lambda function"',
};

export const ALIAS_OF_LATEST: Rule = {
  id: 'AliasOfLatest',
  rule: 'be a published version',
  consequence: 'Lambda accepts `$LATEST` for an alias without weights, but then the alias moves with every change of the code and cannot be rolled back.',
  remedy: 'Use `currentVersion` of the function, or acknowledge this warning.',
  source: `${API}, recorded from the service; the guide speaks of published versions only`,
};

export const TOO_MANY_VERSIONS: Rule = {
  id: 'AliasRouting',
  rule: `have at most ${ADDITIONAL_VERSIONS.max} entry`,
  consequence: 'Lambda refuses it: "Number of items in AdditionalVersionWeights cannot be greater than 1".',
  remedy: 'Let no more than two versions share an alias.',
  source: ADDITIONAL_VERSIONS.source,
};

export const UNPUBLISHED_VERSION: Rule = {
  id: 'AliasRouting',
  rule: `be ${ADDITIONAL_VERSION.grammar}`,
  consequence: ANYTHING_ELSE,
  remedy: 'Use a published version of the function.',
  source: ADDITIONAL_VERSION.source,
};

export const ALIAS_OF_ALIAS: Rule = {
  id: 'AliasRouting',
  rule: `be ${ALIAS_VERSION.grammar}`,
  consequence: ANYTHING_ELSE,
  remedy: 'Use the version that the other alias points to.',
  source: ALIAS_VERSION.source,
};

export const WEIGHT_OUT_OF_RANGE: Rule = {
  id: 'AliasRouting',
  rule: `be a number from ${ADDITIONAL_VERSION_WEIGHT.min} to ${ADDITIONAL_VERSION_WEIGHT.max}`,
  consequence: ANYTHING_ELSE,
  remedy: 'Give the share of the invocations, e.g. 0.1 for a tenth.',
  source: ADDITIONAL_VERSION_WEIGHT.source,
};

export const UNUSABLE_ALIAS_NAME: Rule = {
  id: 'AliasRouting',
  rule: `be at most ${ALIAS_NAME.max} ${ALIAS_NAME.grammar}`,
  consequence: 'Lambda refuses anything else: the deployment fails.',
  remedy: 'Give the alias another name, e.g. `v2024` instead of `2024`.',
  source: ALIAS_NAME.source,
};
