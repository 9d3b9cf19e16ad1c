import type { TextConstraint } from '../constraint';

const API = 'AWS Lambda API model, 2026-07';

/** A Region of any partition, as the service publishes it. */
export const REGION_PATTERN = '(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}';

/** The characters of names. */
export const WORD = { pattern: '[a-zA-Z0-9-_]+', grammar: 'letters, digits, hyphens and underscores' } as const;

const NAMESPACE = `(arn:(aws[a-zA-Z-]*)?:lambda:${REGION_PATTERN}:\\d{12}:|((${REGION_PATTERN}:)?(\\d{12}:)?))`;
const CONTROL_PLANE_NAMESPACE = `(arn:(aws[a-zA-Z-]*)?:lambda:)?(${REGION_PATTERN}:)?(\\d{12}:)?`;

/** A bare function name. */
export const FUNCTION_NAME: TextConstraint = {
  kind: 'text',
  property: 'functionName',
  parameter: 'FunctionName',
  min: 1,
  max: 64,
  ...WORD,
  source: 'AWS Lambda API reference: "If you specify only the function name, it is limited to 64 characters in length."',
  note: 'The pattern of Invoke has dots in names too, but no function can be created with one.',
};

/** A function reference of Invoke and the event invoke config operations: a name, partial ARN or ARN, with or without a qualifier. */
export const FUNCTION_REFERENCE: TextConstraint = {
  kind: 'text',
  property: 'functionName',
  parameter: 'FunctionName',
  min: 1,
  max: 256,
  pattern: `${NAMESPACE}(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`,
  grammar: 'a function name, `account:function:name`, or a function ARN, with at most one qualifier',
  source: `${API}, NamespacedFunctionName`,
  note: 'Older pages say 140 (event invoke config) and 170 (Invoke); both are 256 since 2025-12-01. CloudFormation documents 64, for it means the name alone.',
};

/** A function reference of the alias, version, concurrency and configuration operations. */
export const CONTROL_PLANE_FUNCTION_REFERENCE: TextConstraint = {
  ...FUNCTION_REFERENCE,
  max: 140,
  pattern: `${CONTROL_PLANE_NAMESPACE}(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?`,
  source: `${API}, FunctionName`,
  note: undefined,
};

/** A function in the answers of the service: always a complete ARN. */
export const FUNCTION_ARN: TextConstraint = {
  kind: 'text',
  property: 'functionArn',
  parameter: 'FunctionArn',
  min: 0,
  max: 10_000,
  pattern: `arn:(aws[a-zA-Z-]*)?:lambda:${REGION_PATTERN}:\\d{12}:function:[a-zA-Z0-9-_\\.]+(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`,
  grammar: 'a function ARN, with or without a qualifier',
  source: `${API}, NameSpacedFunctionArn`,
};

/**
 * A qualifier: `$LATEST`, a version number or an alias name.
 *
 * The published pattern allows a `$` anywhere. But of the qualifiers with a `$`, only
 * the two in this pattern exist.
 */
export const QUALIFIER: TextConstraint = {
  kind: 'text',
  property: 'qualifier',
  parameter: 'Qualifier',
  min: 1,
  max: 128,
  pattern: `\\$LATEST(\\.PUBLISHED)?|${WORD.pattern}`,
  grammar: `\`$LATEST\`, \`$LATEST.PUBLISHED\`, a version number, or an alias name of ${WORD.grammar}`,
  source: `${API}, NumericLatestPublishedOrAliasQualifier`,
  note: 'The CloudFormation schema says 129 characters, the API 128.',
};

/** The qualifier of an unqualified reference. */
export const LATEST = '$LATEST';
