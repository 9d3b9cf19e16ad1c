import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { isPlain } from '../../provider/key-order';

/**
 * The message for the part of a value that JSON cannot represent; undefined for a JSON value.
 *
 * Such a part would silently become another value, or fail later with an obscure error. Skips tokens.
 *
 * @param path name of the value in the message
 */
export function jsonViolation(value: unknown, path: string): string | undefined {
  return violationWithin(value, path, []);
}

/** @param around the values that contain this value */
function violationWithin(value: unknown, path: string, around: readonly unknown[]): string | undefined {
  const got = Construct.isConstruct(value) ? `the construct ${value.node.path}` : around.includes(value) ? 'a value that contains itself' : strange(value);
  if (got !== undefined) {
    return `\`${path}\` must be JSON, got: ${got}`;
  }
  return typeof value === 'object' && value !== null && !Token.isUnresolved(value)
    ? Object.entries(value).reduce<string | undefined>(
      (found, [key, member]) => found ?? (member === undefined ? undefined : violationWithin(member, `${path}.${key}`, [...around, value])), undefined)
    : undefined;
}

/** The text for a value that JSON cannot represent; undefined for a JSON value. */
function strange(value: unknown): string | undefined {
  if (Token.isUnresolved(value)) {
    return undefined;
  }
  switch (typeof value) {
    case 'number': return Number.isFinite(value) ? undefined : String(value);
    case 'object': return value === null || Array.isArray(value) || isDate(value) || isPlain(value) ? undefined : `an instance of ${value.constructor.name}`;
    case 'string':
    case 'boolean': return undefined;
    default: return `a ${typeof value}`;
  }
}

/** Whether a value is a date, which JSON represents as a text. */
function isDate(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}
