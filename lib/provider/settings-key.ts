import { createHash } from 'node:crypto';
import { Stack, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct, type IConstruct } from 'constructs';

/** How many characters of a hash tell things of one stack apart. */
const LENGTH = 8;

/** A short name for a text, the same on every machine. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
}

/**
 * One text for all spellings of the same settings, the same whenever the app is synthesized.
 *
 * Constructs count by their place in the app, whatever they are named; runtimes and architectures by their names, since
 * what else aws-cdk-lib knows of them changes; tokens by what stands in the template, since each synth numbers them anew.
 * What is not set counts for nothing.
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
