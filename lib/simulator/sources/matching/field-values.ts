import { invalid, shown } from './invalid-pattern-error';
import { JsonNumber } from './json-number';
import { prefix, suffix } from './operators/affix';
import { anythingBut } from './operators/anything-but';
import { AddressRange } from './operators/ip-address';
import { address, affixed, block, IGNORING_CASE, text, wildcardTest } from './operators/operand';
import { range } from './operators/range';
import type { ValueTest } from './operators/value-test';
import type { PatternLanguage } from './pattern-language';

/** What a pattern demands of one field. */
export interface FieldValues {
  /** Whether the field may be absent: `{ "exists": false }`. */
  readonly absent: boolean;

  /** Whether a value of the field matches. */
  readonly test: ValueTest;
}

type Operator = (operand: unknown, place: string, language: PatternLanguage) => unknown;

/** What each operator makes of its operand: a value that is met exactly, addresses, or a test. */
const OPERATORS: Record<string, Operator> = {
  'exactly': text,
  'prefix': affixed(prefix, IGNORING_CASE.prefix),
  'suffix': affixed(suffix, IGNORING_CASE.suffix),
  'equals-ignore-case': (operand, place) => IGNORING_CASE.equals(text(operand, place)),
  'wildcard': wildcardTest,
  'anything-but': anythingBut,
  'numeric': range,
  'cidr': block,
};

/**
 * Reads the list of values that a pattern has for a field. One of them must match.
 *
 * @throws InvalidPatternError if the service refuses the list
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function fieldValues(values: readonly unknown[], place: string, language: PatternLanguage): FieldValues {
  if (values.length === 0) {
    throw invalid(place, 'name a value', '[]', 'Add a value, or remove the field');
  }
  const comparesNumbers = values.some(isNumeric);
  const exact = new Set<unknown>();
  const tests: ValueTest[] = [];
  let absent = false;
  values.forEach((value, index) => {
    const meant = meaning(value, `${place}[${index}]`, language);
    if (meant === ABSENT) {
      absent = true;
    } else if (typeof meant === 'function') {
      tests.push(meant as ValueTest);
    } else if (meant instanceof AddressRange) {
      tests.push(meant.test(comparesNumbers));
    } else if (meant instanceof JsonNumber) {
      tests.push(number => number instanceof JsonNumber && number.text === meant.text);
    } else {
      exact.add(meant);
    }
  });
  const test = oneOf(exact, tests);
  return { absent, test: comparesNumbers && language.checkCompared ? checked(test, place, language) : test };
}

/** Whether a value of a pattern compares numbers. */
function isNumeric(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'number';
  }
  const { 'numeric': bounds, 'anything-but': others } = value as Record<string, unknown>;
  return bounds !== undefined || typeof (Array.isArray(others) ? others[0] as unknown : others) === 'number';
}

/** The absence of a field, as an operand means it. */
const ABSENT = Symbol('absent');

/** A test, addresses, a value that is met exactly, or absence. */
function meaning(value: unknown, place: string, language: PatternLanguage): unknown {
  if (typeof value === 'string') {
    return address(value) ?? value;
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    language.admitNumber?.(value, place);
    return value;
  }
  if (typeof value === 'boolean' || value === null || value instanceof JsonNumber) {
    return value;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw invalid(place, 'be a string, a number, true, false, null or an operator', shown(value), 'Write a value as it is, and an operator as an object with one key');
  }
  return operation(value, place, language);
}

function operation(value: object, place: string, language: PatternLanguage): unknown {
  const entries = Object.entries(value);
  const [[name, operand]] = entries.length === 1 ? entries : [[undefined, undefined]];
  if (name === undefined || name !== 'exists' && !Object.hasOwn(OPERATORS, name)) {
    const listed = ['exists', ...Object.keys(OPERATORS).slice(1)].map(each => `\`${each}\``).join(', ');
    throw invalid(place, `have one operator of ${listed}`, shown(value), 'Fields of objects in lists are named without the list: {"items": {"id": [1]}}');
  }
  language.admit?.(name, operand, `${place}.${name}`);
  return name === 'exists' ? existence(operand, `${place}.${name}`, language) : OPERATORS[name](operand, `${place}.${name}`, language);
}

function existence(operand: unknown, place: string, language: PatternLanguage): unknown {
  if (typeof operand !== 'boolean') {
    throw invalid(place, 'be true or false', shown(operand), 'Write true for a field that must be there');
  }
  return operand ? language.exists ?? (() => true) : ABSENT;
}

function oneOf(exact: ReadonlySet<unknown>, tests: readonly ValueTest[]): ValueTest {
  const [only] = exact;
  const equal: ValueTest = exact.size === 1 ? value => value === only : value => exact.has(value);
  if (tests.length === 0) {
    return equal;
  }
  if (tests.length === 1 && exact.size === 0) {
    return tests[0];
  }
  return value => equal(value) || tests.some(test => test(value));
}

function checked(test: ValueTest, place: string, language: PatternLanguage): ValueTest {
  return value => {
    language.checkCompared?.(value, place);
    return test(value);
  };
}
