import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/**
 * Says which part of a value is none of JSON, where it would silently become something else or fail far away.
 *
 * What only the deployment knows is not looked at.
 *
 * @param path what to call the value
 */
export function jsonViolation(value: unknown, path: string): string | undefined {
  return violationWithin(value, path, []);
}

/** @param around what the value is in */
function violationWithin(value: unknown, path: string, around: readonly unknown[]): string | undefined {
  const got = Construct.isConstruct(value) ? `the construct ${value.node.path}` : around.includes(value) ? 'what it is part of itself' : strange(value);
  if (got !== undefined) {
    return `\`${path}\` must be JSON, got: ${got}`;
  }
  return typeof value === 'object' && value !== null && !Token.isUnresolved(value)
    ? Object.entries(value).reduce<string | undefined>(
      (found, [key, member]) => found ?? (member === undefined ? undefined : violationWithin(member, `${path}.${key}`, [...around, value])), undefined)
    : undefined;
}

/** What JSON has no word for. */
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

/** It is a text in JSON. */
function isDate(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** An object of nothing but keys and values, also if it comes from another realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
