import { FUNCTION_NAME, FUNCTION_REFERENCE, LATEST, QUALIFIER, REGION_PATTERN, WORD } from './identifiers';
import { quoted, violation } from '../violation';

/** The parts of a function reference. */
export interface FunctionReference {
  readonly partition?: string;
  readonly region?: string;
  readonly account?: string;

  /** The bare name. */
  readonly name: string;

  /** The qualifier in the reference, if it has one. */
  readonly qualifier?: string;
}

/** Thrown for a text that is not a function reference. */
export class FunctionReferenceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FunctionReferenceError';
  }
}

const NAME = '[a-zA-Z0-9-_.]+';
const RESOURCE = `(?<prefix>function:)?(?<name>${NAME})(?::(?<qualifier>\\$LATEST(?:\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`;
const WHERE = `arn:(?<partition>aws[a-zA-Z-]*)?:lambda:(?<region>${REGION_PATTERN}):(?<account>\\d{12}):`;
const MAYBE_WHERE = `(?:(?<region>${REGION_PATTERN}):)?(?:(?<account>\\d{12}):)?`;

/** The two alternatives of the published pattern with named groups. A text has the same meaning here as for Lambda. */
const ARN = new RegExp(`^${WHERE}${RESOURCE}$`);
const PARTIAL_ARN = new RegExp(`^${MAYBE_WHERE}${RESOURCE}$`);

/** Common mistakes in function references, the most likely first. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^arn:[^:]*:(?!lambda:)/, 'It is not the ARN of a function.'],
  [/^arn:.*:function\//, 'In the ARN of a function, a colon follows `function`: use `ArnFormat.COLON_RESOURCE_NAME`.'],
  [new RegExp(`^(?=arn:)(?!${WHERE})`), 'A function ARN has a Region and an account of twelve digits.'],
  [/[^a-zA-Z0-9-_.:$]/, `Names and qualifiers consist of ${WORD.grammar}.`],
  [/\$(?!LATEST(\.PUBLISHED)?$)/, 'A `$` is allowed only in the qualifiers `$LATEST` and `$LATEST.PUBLISHED`, at the end.'],
  [new RegExp(`^(?!arn:)(?!${MAYBE_WHERE}function:).*:function:`), 'Only a Region and an account of twelve digits may stand before `function:`.'],
  [new RegExp(`(^|:)${NAME}:[^:]+:[^:]+$`), 'At most one qualifier may follow the name, and an account has twelve digits.'],
];

/**
 * Splits a function name, partial ARN or ARN into its parts, by the grammar of Invoke and
 * of the event invoke config operations.
 *
 * `us-east-1:f` is a function in that Region, and `123456789012:f` a function in that account, as for Lambda.
 *
 * @param reference as written by the user
 * @param property what the user calls it
 * @throws FunctionReferenceError if Lambda refuses the reference, or takes it for a function called "function"
 */
export function parseFunctionReference(reference: string, property = FUNCTION_REFERENCE.property): FunctionReference {
  const malformed = violation(FUNCTION_REFERENCE, reference, property);
  if (malformed) {
    throw new FunctionReferenceError(`${malformed}${hint(reference)}`);
  }
  const { partition, region, account, prefix, name, qualifier } = (ARN.exec(reference) ?? PARTIAL_ARN.exec(reference))!.groups!;
  if (name === 'function' && !prefix && reference !== name) {
    throw new FunctionReferenceError(
      `\`${property}\` must name a function after "function:", got: ${quoted(reference)}. Lambda would look for a function called "function"; if that is its name, write "function:function".`,
    );
  }
  const misnamed = violation(FUNCTION_NAME, name, property);
  if (misnamed) {
    throw new FunctionReferenceError(misnamed);
  }
  return { partition, region, account, name, qualifier };
}

function hint(reference: unknown): string {
  if (typeof reference !== 'string' || reference.length > FUNCTION_REFERENCE.max) {
    return '';
  }
  const found = HINTS.find(([mistake]) => mistake.test(reference));
  return found ? `. ${found[1]}` : '';
}

/**
 * The qualifier of a reference and a separate qualifier together.
 *
 * @returns `$LATEST` when neither names one
 * @throws FunctionReferenceError if the qualifier is malformed, or if both have one and they differ
 */
export function effectiveQualifier(reference: FunctionReference, qualifier?: string): string {
  const malformed = qualifier === undefined ? undefined : violation(QUALIFIER, qualifier);
  if (malformed) {
    throw new FunctionReferenceError(malformed);
  }
  if (qualifier !== undefined && reference.qualifier !== undefined && qualifier !== reference.qualifier) {
    throw new FunctionReferenceError(
      `\`${QUALIFIER.property}\` must equal the qualifier in \`${FUNCTION_REFERENCE.property}\`, ${quoted(reference.qualifier)}, got: ${quoted(qualifier)}. Give it in one of the two places.`,
    );
  }
  return qualifier ?? reference.qualifier ?? LATEST;
}

/** The normal form of all spellings of a target: `name:qualifier`. */
export function normalizedTarget(reference: FunctionReference, qualifier?: string): string {
  return `${reference.name}:${effectiveQualifier(reference, qualifier)}`;
}
