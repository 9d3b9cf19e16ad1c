import type { CountConstraint, NumberConstraint, SizeConstraint, TextConstraint } from '../constraint';
import { DESTINATION_ARN } from './destination';
import { FUNCTION_REFERENCE, QUALIFIER, REGION_PATTERN } from './identifiers';

/*
 * The patterns that the service prints in its messages, as recorded. They accept more than
 * the documented patterns, and more than can exist.
 */

/** A function reference of Invoke, GetFunction and the event invoke config operations. */
export const RECORDED_FUNCTION_REFERENCE: TextConstraint = {
  ...FUNCTION_REFERENCE,
  pattern: `(arn:(aws[a-zA-Z-]*)?:lambda:)?(${REGION_PATTERN}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`,
  source: 'recorded from the service, Invoke and GetFunction, 2025-11',
  note: 'The API model has another pattern since 2026-07-13, with which an ARN has to have a Region and an account.',
};

/** A qualifier of these operations: the pattern allows a `$` anywhere. */
export const RECORDED_QUALIFIER: TextConstraint = {
  ...QUALIFIER,
  pattern: '\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+',
  source: 'recorded from the service, Invoke and GetFunction, 2025-11',
};

/** A destination of these operations: the pattern allows Kafka topics, which only event source mappings have. */
export const RECORDED_DESTINATION_ARN: TextConstraint = {
  ...DESTINATION_ARN,
  pattern: `$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:(${REGION_PATTERN})?:(\\d{12})?:(.*)`,
  source: 'recorded from the service, PutFunctionEventInvokeConfig, 2025-11 and 2026-09',
};

/** The version of an alias in the alias operations. */
export const RECORDED_ALIAS_VERSION: TextConstraint = {
  kind: 'text',
  property: 'version',
  parameter: 'FunctionVersion',
  min: 1,
  max: 1024,
  pattern: '(\\$LATEST(\\.PUBLISHED)?|[0-9]+)',
  source: 'AWS Lambda API model, VersionWithLatestPublished',
};

/** The end of the log in the answer to a synchronous invocation. */
export const LOG_RESULT: SizeConstraint = {
  kind: 'size',
  property: 'logResult',
  parameter: 'LogResult',
  max: 4096,
  unit: 'bytes',
  source: 'AWS Lambda API reference, Invoke: "The last 4 KB of the execution log"',
};

/** The number of items that ListAliases and ListVersionsByFunction may be asked for. */
export const LIST_LENGTH: NumberConstraint = {
  kind: 'number',
  property: 'maxItems',
  parameter: 'MaxItems',
  min: 1,
  max: 10_000,
  integer: true,
  source: 'AWS Lambda API reference, ListAliases and ListVersionsByFunction',
};

/** The page size of ListAliases and ListVersionsByFunction. */
export const LIST_PAGE: CountConstraint = {
  kind: 'count',
  property: 'maxItems',
  parameter: 'MaxItems',
  max: 50,
  unit: 'items',
  source: 'AWS Lambda API reference, ListAliases: "returns a maximum of 50 items in each response, even if you set the number higher"',
};
