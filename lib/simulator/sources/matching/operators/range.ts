import { within, type Bound } from './numeric';
import type { ValueTest } from './value-test';
import { NotKnownError } from '../../../state/not-known-error';
import { invalid, shown } from '../invalid-pattern-error';
import { JsonNumber } from '../json-number';
import type { PatternLanguage } from '../pattern-language';

const FORMS = 'Write ["=", 1], one bound such as [">=", 1], or a lower bound before an upper one: [">", 0, "<=", 5]';

/** The operand of `numeric`: a number that is met exactly, or bounds. */
export function range(operand: unknown, place: string, language: PatternLanguage): number | ValueTest {
  const [operator, limit, ...upper] = Array.isArray(operand) && operand.length > 1 ? operand as unknown[] : [];
  if (operator === '=' && upper.length === 0) {
    return comparable(limit, `${place}[1]`, language);
  }
  if (isUpper(operator) && upper.length === 0) {
    return alone({ operator, value: comparable(limit, `${place}[1]`, language) }, place);
  }
  if (isLower(operator) && (upper.length === 0 || upper.length === 2 && isUpper(upper[0]))) {
    const bottom = { operator, value: comparable(limit, `${place}[1]`, language) };
    return upper.length === 0 ? alone(bottom, place) : between(bottom, { operator: upper[0] as '<' | '<=', value: comparable(upper[1], `${place}[3]`, language) }, place);
  }
  throw invalid(place, 'be a list of operators and numbers', shown(operand), FORMS);
}

/** event-ruler fails on a bound that is an end of the range of doubles. */
function alone(bound: Bound, place: string): ValueTest {
  if (bound.value === (bound.operator.startsWith('<') ? -Number.MAX_VALUE : Number.MAX_VALUE)) {
    throw new NotKnownError(`what \`${place}\` means beyond the range of doubles`, 'Use "=" for this number.');
  }
  return within(bound);
}

function between(bottom: Bound, top: Bound, place: string): ValueTest {
  if (bottom.value >= top.value) {
    throw invalid(place, 'have a lower bound below its upper bound', `${bottom.value} and ${top.value}`, 'Swap the bounds, or use "=" for one number');
  }
  return within(bottom, top);
}

/** A number that the service can compare. */
export function comparable(value: unknown, place: string, language: PatternLanguage): number {
  if (value instanceof JsonNumber) {
    throw invalid(place, 'be a number that a double holds', value.text, 'Use fewer digits, or send the number as a string');
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw invalid(place, 'be a number', shown(value), FORMS);
  }
  language.admitNumber?.(value, place);
  return value;
}

function isUpper(operator: unknown): operator is '<' | '<=' {
  return operator === '<' || operator === '<=';
}

function isLower(operator: unknown): operator is '>' | '>=' {
  return operator === '>' || operator === '>=';
}
