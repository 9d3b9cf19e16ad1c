import { FUNCTION_NAME, FUNCTION_REFERENCE, LATEST, QUALIFIER } from './identifiers';
import { quoted, violation } from '../violation';

/** A function reference taken apart. */
export interface FunctionReference {
  readonly partition?: string;
  readonly region?: string;
  readonly account?: string;

  /** The bare name. */
  readonly name: string;

  /** As written in the reference; absent when it has none. */
  readonly qualifier?: string;
}

/** Says what a text is not, when it is no function reference. */
export class FunctionReferenceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FunctionReferenceError';
  }
}

const ARN = /^arn:(?<partition>[^:]*):lambda:(?<region>[^:]*):(?<account>[^:]*):(?<rest>.*)$/;
const PARTIAL = /^(?:(?<region>[a-z]+(?:-[a-z]+)+-\d):)?(?:(?<account>\d{12}):)?(?<rest>.*)$/;
const RESOURCE = /^(?:function:)?(?<name>[^:]+)(?::(?<qualifier>[^:]+))?$/;

/**
 * Takes a function name, partial ARN or ARN apart, in the grammar of Invoke and
 * of the event invoke config operations.
 *
 * @param reference as written by the user
 * @param property what the user calls it
 * @throws FunctionReferenceError when Lambda would refuse it, or accept it as something that nobody means
 */
export function parseFunctionReference(reference: string, property = FUNCTION_REFERENCE.property): FunctionReference {
  const { partition, region, account, rest } = (ARN.exec(reference) ?? PARTIAL.exec(reference))?.groups ?? {};
  const resource = RESOURCE.exec(rest ?? '')?.groups;
  const malformed = violation(FUNCTION_REFERENCE, reference, property);
  if (malformed || !resource) {
    throw new FunctionReferenceError(malformed ?? `\`${property}\` must name a function, got: ${quoted(reference)}`);
  }
  if (resource.name === 'function') {
    throw new FunctionReferenceError(
      `\`${property}\` must name a function after "function:", got: ${quoted(reference)}. Lambda would look for a function called "function".`,
    );
  }
  const misnamed = violation(FUNCTION_NAME, resource.name, property);
  if (misnamed) {
    throw new FunctionReferenceError(misnamed);
  }
  return { partition, region, account, name: resource.name, qualifier: resource.qualifier };
}

/**
 * The qualifier that a reference and a separate qualifier mean together.
 *
 * @returns `$LATEST` when neither names one
 * @throws FunctionReferenceError when the qualifier is malformed, or when both name one and they differ
 */
export function effectiveQualifier(reference: FunctionReference, qualifier?: string): string {
  const malformed = qualifier === undefined ? undefined : violation(QUALIFIER, qualifier);
  if (malformed) {
    throw new FunctionReferenceError(malformed);
  }
  if (qualifier !== undefined && reference.qualifier !== undefined && qualifier !== reference.qualifier) {
    throw new FunctionReferenceError(
      `\`${QUALIFIER.property}\` must equal the qualifier in \`${FUNCTION_REFERENCE.property}\`, ${quoted(reference.qualifier)}, got: ${quoted(qualifier)}`,
    );
  }
  return qualifier ?? reference.qualifier ?? LATEST;
}

/** One spelling for all spellings of a target: `name:qualifier`. */
export function normalizedTarget(reference: FunctionReference, qualifier?: string): string {
  return `${reference.name}:${effectiveQualifier(reference, qualifier)}`;
}
