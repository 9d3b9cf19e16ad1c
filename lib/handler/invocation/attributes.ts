import type { Answer } from './invoke';
import { quoted } from '../../constraints/violation';
import { INVOCATION_ATTRIBUTE } from '../../contract/deploy-time-invocation';
import { readJson } from '../json';
import { jsonAt, textOf } from '../json-text';

const { response, statusCode, executedVersion, requestId, durableExecutionArn } = INVOCATION_ATTRIBUTE;
const MOST_KEYS = 20;

/**
 * Attributes of an answer that the app reads.
 *
 * @throws Error if the response lacks an attribute; it shows keys, but no values
 */
export function attributesOf(answer: Answer, requested: readonly string[]): Record<string, string> {
  return Object.fromEntries(requested.map(attribute => [attribute, attributeOf(answer, attribute)]));
}

function attributeOf(answer: Answer, attribute: string): string {
  switch (attribute) {
    case statusCode: return `${answer.statusCode ?? ''}`;
    case executedVersion: return answer.executedVersion ?? '';
    case requestId: return answer.requestId ?? '';
    case durableExecutionArn: return answer.durableExecutionArn ?? '';
    case response: return answer.response === undefined ? '' : whole(answer.response);
    default: return inside(answer, attribute);
  }
}

/** The response as the function wrote it. A string is what it says. */
function whole(written: string): string {
  return readJson(written) === undefined ? written : textOf(written.trim());
}

/** A part of the response as the function wrote it, so that numbers keep all digits. */
function inside(answer: Answer, attribute: string): string {
  const [, ...parts] = attribute.split('.');
  let value = readJson(answer.response);
  parts.forEach((part, depth) => {
    if (!has(value, part)) {
      const parent = [response, ...parts.slice(0, depth)].join('.');
      throw new Error(`The response has no \`${attribute}\`: \`${parent}\` is ${described(value)}.`);
    }
    value = value[part];
  });
  return textOf(jsonAt(answer.response!, parts)!);
}

function has(value: unknown, key: string): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) && !(Array.isArray(value) && key === 'length');
}

function described(value: unknown): string {
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  if (typeof value !== 'object' || value === null) {
    return value === undefined ? 'absent, or no JSON' : value === null ? 'null' : `a ${typeof value}`;
  }
  const keys = Object.keys(value);
  const some = keys.slice(0, MOST_KEYS).map(key => quoted(key)).join(', ');
  return keys.length === 0 ? 'an object without keys' : `an object with the keys ${some}${keys.length > MOST_KEYS ? `, and ${keys.length - MOST_KEYS} more` : ''}`;
}
