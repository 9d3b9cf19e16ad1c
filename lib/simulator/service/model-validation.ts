import type { NumberConstraint, TextConstraint } from '../../constraints/constraint';
import { ServiceError } from '../state';

/** One member of a request, with its name in messages of Lambda. */
export interface Member {
  readonly name: string;
  readonly constraint: TextConstraint | NumberConstraint;

  /** The value; undefined is not checked. */
  readonly value: string | number | undefined;
}

/**
 * Checks a request against the API model, which Lambda does before anything else.
 *
 * @param more violations of members that are not single values
 * @throws ServiceError ValidationException that lists every violation, in the order of the members
 */
export function checkModel(members: readonly Member[], more: readonly string[] = []): void {
  const found: string[] = [];
  for (const member of members) {
    for (const constraint of violations(member)) {
      found.push(violation(member.name, `${member.value}`, constraint));
    }
  }
  found.push(...more);
  if (found.length === 0) {
    return;
  }
  throw new ServiceError('ValidationException', 400, `${found.length} validation error${found.length === 1 ? '' : 's'} detected: ${found.join('; ')}`);
}

/** One violation, in the words of Lambda. */
export function violation(member: string, value: string, constraint: string): string {
  return `Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`;
}

const PATTERNS = new Map<TextConstraint, RegExp>();

function patternOf(constraint: TextConstraint): RegExp {
  const known = PATTERNS.get(constraint) ?? new RegExp(`^(?:${constraint.pattern})$`);
  PATTERNS.set(constraint, known);
  return known;
}

function violations({ constraint, value }: Member): string[] {
  if (value === undefined) {
    return [];
  }
  if (constraint.kind === 'number') {
    return bounds('value', Number(value), constraint);
  }
  const text = `${value}`;
  const length = bounds('length', text.length, constraint);
  // A text that is too long is cut off before it is matched, so that no pattern can be slow.
  return patternOf(constraint).test(text.slice(0, constraint.max + 1)) ? length : [...length, `Member must satisfy regular expression pattern: ${constraint.pattern}`];
}

function bounds(measure: 'value' | 'length', value: number, { min, max }: { min: number; max: number }): string[] {
  if (value > max) {
    return [`Member must have ${measure} less than or equal to ${max}`];
  }
  return value < min ? [`Member must have ${measure} greater than or equal to ${min}`] : [];
}
