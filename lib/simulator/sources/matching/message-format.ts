import { isObject } from './branches';
import { readJson } from './exact-json';
import { isJson } from '../../json-text';
import { NotKnownError } from '../../state/not-known-error';

/** What a pattern expects of a field that holds text: fields of JSON in it, or the text itself. */
export type Format = 'json' | 'text';

/**
 * What a pattern expects of a field, by the fields of that name at its top and in its `$or`.
 *
 * @returns undefined if the pattern does not have the field
 * @throws NotKnownError if one alternative expects JSON and another one text
 */
export function formatOf(pattern: object, field: string, parameter: string): Format | undefined {
  const formats = new Set(fieldsOf(pattern, field).map((value): Format => Array.isArray(value) ? 'text' : 'json'));
  if (formats.size > 1) {
    throw new NotKnownError(`which messages match \`${parameter}\`, where one alternative expects JSON in \`${field}\` and another one text`, 'Use two filters.');
  }
  return [...formats][0];
}

function fieldsOf(pattern: object, field: string): unknown[] {
  return Object.entries(pattern).flatMap(([name, value]: [string, unknown]) => {
    if (name === '$or' && Array.isArray(value)) {
      return value.filter(isObject).flatMap(alternative => fieldsOf(alternative, field));
    }
    return name === field ? [value] : [];
  });
}

/**
 * What a text is.
 *
 * @returns 'simple' for a number, a string, true, false or null, of which the guides do not say what they are
 */
export function formatOfText(text: string): Format | 'simple' {
  if (!isJson(text)) {
    return 'text';
  }
  const value = readJson(text);
  return typeof value === 'object' && (isObject(value) || Array.isArray(value)) ? 'json' : 'simple';
}
