import { prefix, suffix } from './affix';
import { entry, IGNORING_CASE, text, wildcardTest } from './operand';
import { comparable } from './range';
import type { ValueTest } from './value-test';
import { NotKnownError } from '../../../state/not-known-error';
import { invalid, shown } from '../invalid-pattern-error';
import { JsonNumber } from '../json-number';
import type { PatternLanguage } from '../pattern-language';

const INNER: Record<string, (operand: unknown, place: string) => ValueTest> = {
  'prefix': (operand, place) => prefix(filled(operand, place)),
  'suffix': (operand, place) => suffix(filled(operand, place)),
  'equals-ignore-case': (operand, place) => IGNORING_CASE.equals(text(operand, place)),
  'wildcard': wildcardTest,
};

/** Whether a value is another one than those of the operand. */
export function anythingBut(operand: unknown, place: string, language: PatternLanguage): ValueTest {
  if (typeof operand === 'object' && operand !== null && !Array.isArray(operand) && !(operand instanceof JsonNumber)) {
    const [name, value] = entry(operand, place, Object.keys(INNER));
    const within = `${place}.${name}`;
    if (Array.isArray(value) && value.length === 0) {
      throw new NotKnownError(`what \`${within}\` means with an empty list`, 'Add a value, or use `{ "exists": true }` for any value.');
    }
    return none(listed(value, within).map(([each, at]) => INNER[name](each, at)));
  }
  return others(listed(operand, place), place, language);
}

function none(tests: readonly ValueTest[]): ValueTest {
  return value => !tests.some(test => test(value));
}

function others(operands: ReadonlyArray<[unknown, string]>, place: string, language: PatternLanguage): ValueTest {
  const values = new Set(operands.map(([value, at]) => typeof value === 'string' ? value : number(value, at, language)));
  if (new Set([...values].map(value => typeof value)).size > 1) {
    throw invalid(place, 'have only strings or only numbers', shown(operands.map(([value]) => value)), 'Write an `anything-but` for strings or one for numbers');
  }
  return value => !values.has(value as string | number);
}

function number(value: unknown, place: string, language: PatternLanguage): number {
  if (typeof value !== 'number' && !(value instanceof JsonNumber)) {
    throw invalid(place, 'be a string or a number', shown(value), 'Write an operator in `anything-but` as an object, not in a list: {"anything-but": {"prefix": ["x", "y"]}}');
  }
  return comparable(value, place, language);
}

/** One operand or a list of them, each with its place. */
function listed(operand: unknown, place: string): Array<[unknown, string]> {
  if (!Array.isArray(operand)) {
    return [[operand, place]];
  }
  if (operand.length === 0) {
    throw invalid(place, 'name a value', '[]', 'Add a value, or use `{ "exists": true }` for any value');
  }
  return operand.map((each: unknown, index) => [each, `${place}[${index}]`]);
}

function filled(operand: unknown, place: string): string {
  if (text(operand, place) === '') {
    throw invalid(place, 'not be empty', '""', 'Name the text that values must not have there');
  }
  return operand as string;
}
