import { isJson } from '../../json-text';
import { NotKnownError } from '../../state/not-known-error';
import { isObject } from '../matching/branches';
import { jsonPath } from '../matching/json-path';

/** Whether a line of a log matches. */
export type LineTest = (line: string) => boolean;

/** A path, an operator, and a text in quotes, a number or a plain word. */
const CONDITION = /^\s*(\$\.[\w.[\]-]+)\s*(=|!=|<=|>=|<|>)\s*(?:"([^"\\*%]*)"|(-?\d+(?:\.\d+)?)|([A-Za-z]\w*))\s*$/;

const COMPARISONS: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  '=': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
};

/**
 * Compiles a condition on a field of lines that are JSON. Other lines do not match.
 *
 * @param pattern the whole pattern, for messages
 * @throws NotKnownError for compound conditions, wildcards, and everything else but a comparison
 */
export function jsonCondition(condition: string, pattern: string): LineTest {
  const [, path, operator, quoted, number, word] = CONDITION.exec(condition) ?? [];
  const text = quoted ?? word;
  if (path === undefined || (text !== undefined && operator !== '=' && operator !== '!=')) {
    throw new NotKnownError(`what \`FilterPattern\` matches that is \`${pattern}\``, 'Use one comparison without wildcards, such as { $.level = "ERROR" } or { $.size > 10 }.');
  }
  const find = jsonPath(path, 'FilterPattern');
  return line => {
    const value = isJson(line) ? find(JSON.parse(line)) : undefined;
    if (value === undefined) {
      if (operator === '!=' && isJson(line) && isObject(JSON.parse(line))) {
        throw new NotKnownError(`whether \`${pattern}\` matches a line without this field`, 'Write lines with the field.');
      }
      return false;
    }
    return text === undefined ? ofNumber(value, operator, Number(number), pattern) : ofText(value, operator, text, pattern);
  };
}

function ofNumber(value: unknown, operator: string, wanted: number, pattern: string): boolean {
  if (typeof value === 'number') {
    return COMPARISONS[operator](value, wanted);
  }
  throw otherType(pattern);
}

function ofText(value: unknown, operator: string, wanted: string, pattern: string): boolean {
  if (typeof value === 'string') {
    return (value === wanted) === (operator === '=');
  }
  throw otherType(pattern);
}

function otherType(pattern: string): NotKnownError {
  return new NotKnownError(`whether \`${pattern}\` matches a value of another type`, 'Write lines in which the field has the type of the pattern.');
}
