import { fieldValues, type FieldValues } from './field-values';
import { invalid, InvalidPatternError, shown } from './invalid-pattern-error';
import { JsonNumber } from './json-number';
import { innerOperator, type PatternLanguage } from './pattern-language';
import { NotKnownError } from '../../state/not-known-error';

/** Fields that must all match, by their paths: names with dots between them. */
export type Branch = ReadonlyMap<string, FieldValues>;

/** The most branches that are compiled. EventBridge limits them, too, but the limit is not documented. */
const MOST_BRANCHES = 1_000;

/**
 * Names that no object in an `$or` may have.
 *
 * @see https://github.com/aws/event-ruler#the-or-primitive
 */
const RESERVED = new Set([
  'exactly', 'equals-ignore-case', 'prefix', 'suffix', 'anything-but', 'exists', 'wildcard', 'numeric', 'cidr', '=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case',
  'date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range', 'ip-address-in-range', 'ip-address-not-in-range',
]);

/**
 * Reads a pattern as branches, one of which must match: `$or` multiplies them.
 *
 * Where an `$or` is not a list of two objects at least, all of them are names of fields.
 * A path that a pattern names twice has its last values.
 *
 * @throws InvalidPatternError if the service refuses the pattern
 */
export function branchesOf(pattern: unknown, language: PatternLanguage): Branch[] {
  const reader = new PatternReader(language, true);
  try {
    return reader.read(pattern);
  } catch (error) {
    return reader.hasOr && error instanceof InvalidPatternError ? asFields(pattern, language, error) : rethrow(error);
  }
}

function asFields(pattern: unknown, language: PatternLanguage, first: InvalidPatternError): Branch[] {
  try {
    return new PatternReader({ ...language, admit: olderOperators }, false).read(pattern);
  } catch {
    throw first;
  }
}

/**
 * What `anything-but` has where `$or` is a field: event-ruler reads such patterns with an older compiler.
 *
 * @see https://github.com/aws/event-ruler, `RuleCompiler`
 */
function olderOperators(operator: string, operand: unknown, place: string): void {
  const inner = operator === 'anything-but' ? innerOperator(operand) : undefined;
  if (inner === 'wildcard' || (inner === 'prefix' || inner === 'suffix') && Array.isArray((operand as Record<string, unknown>)[inner])) {
    throw invalid(place, 'not have a wildcard or a list where `$or` is the name of a field', shown(operand), 'Make `$or` a list of two objects at least');
  }
}

function rethrow(error: unknown): never {
  throw error;
}

class PatternReader {
  hasOr = false;

  constructor(private readonly language: PatternLanguage, private readonly alternatives: boolean) {}

  read(pattern: unknown): Branch[] {
    return this.object(pattern, [], this.language.parameter, [new Map()], false);
  }

  private object(value: unknown, path: readonly string[], place: string, branches: Branch[], inOr: boolean): Branch[] {
    if (!isObject(value)) {
      throw invalid(place, 'be an object or a list of values', shown(value), 'Write a value as a list: ["x"]');
    }
    const entries = Object.entries(value);
    if (entries.length === 0) {
      throw invalid(place, 'name a field', '{}', 'Add a field, or remove the object');
    }
    return entries.reduce((before, [name, child]) => this.field(name, child, path, `${place}.${name}`, before, inOr), branches);
  }

  private field(name: string, value: unknown, path: readonly string[], place: string, branches: Branch[], inOr: boolean): Branch[] {
    if (name === '$or') {
      this.hasOr = true;
      if (this.alternatives) {
        return this.or(value, path, place, branches);
      }
    }
    if (inOr && RESERVED.has(name)) {
      throw invalid(place, 'have another name in an `$or`', name, 'Write the operator in the list of a field: {"$or": [{"a": [{"exists": true}]}, {"b": [1]}]}');
    }
    return Array.isArray(value) ? this.values(value, path, name, place, branches) : this.object(value, [...path, name], place, branches, inOr);
  }

  private or(value: unknown, path: readonly string[], place: string, branches: Branch[]): Branch[] {
    if (!Array.isArray(value) || value.length < 2) {
      throw invalid(place, 'be a list of two objects at least', shown(value), 'Add an alternative, or write the fields without `$or`');
    }
    const found = value.flatMap((alternative: unknown, index) => {
      if (!isObject(alternative)) {
        throw invalid(`${place}[${index}]`, 'be an object', shown(alternative), 'Write each alternative as an object with fields');
      }
      return this.object(alternative, path, `${place}[${index}]`, branches, true);
    });
    if (found.length > MOST_BRANCHES) {
      throw new NotKnownError(`whether \`${place}\` may make more than ${MOST_BRANCHES.toLocaleString('en')} combinations of fields`, 'Use fewer alternatives, or several rules.');
    }
    return found;
  }

  private values(values: readonly unknown[], path: readonly string[], name: string, place: string, branches: Branch[]): Branch[] {
    const field = fieldValues(values, place, this.language);
    const base = path.join('.');
    const full = base === '' ? name : `${base}.${name}`;
    return branches.map(branch => new Map([...branch, [full, field]]));
  }
}

/** Whether a value of `readJson` is an object of JSON. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);
}
