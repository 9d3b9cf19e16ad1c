import { createHash } from 'node:crypto';
import { Stack, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct, type IConstruct } from 'constructs';

/** The number of characters of a hash that distinguish the parts of one stack. */
const LENGTH = 8;

/** Short name for a text, the same on every machine. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
}

/**
 * One text for all spellings of the same settings, the same in every synth.
 *
 * A construct counts by its place in the app; a runtime or architecture by its name, because its other properties change
 * with aws-cdk-lib; a token by its form in the template, because every synth numbers tokens anew. Absent settings do not count.
 */
export function settingsKey(scope: IConstruct, settings: object): string {
  return JSON.stringify(keyOf(scope, settings));
}

function keyOf(scope: IConstruct, value: unknown): unknown {
  if (Construct.isConstruct(value)) {
    return value.node.addr;
  }
  if (value instanceof lambda.Runtime || value instanceof lambda.Architecture) {
    return keyOf(scope, value.name);
  }
  if (Token.isUnresolved(value)) {
    return Stack.of(scope).resolve(value);
  }
  if (Array.isArray(value)) {
    return value.map(member => keyOf(scope, member));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1).map(([key, member]) => [key, keyOf(scope, member)]))
    : value;
}
