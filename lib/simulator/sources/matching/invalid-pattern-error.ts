import { writeJson } from './exact-json';
import type { Constraint } from '../../../constraints/constraint';
import { quoted, violation } from '../../../constraints/violation';

/** A service refuses a pattern, a filter policy or an input of a target when it is declared. */
export class InvalidPatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidPatternError';
  }
}

/**
 * An error about one value of a pattern.
 *
 * @param place the parameter and the path in it, e.g. `EventPattern.detail.state[0]`
 * @param rule what the value must be, to follow "must "
 * @param got the value, or a text that describes it
 * @param remedy what to do, as a sentence without its full stop
 */
export function invalid(place: string, rule: string, got: string, remedy: string): InvalidPatternError {
  return new InvalidPatternError(`\`${place}\` must ${rule}, got: ${got}. ${remedy}.`);
}

/** @throws InvalidPatternError if a value breaks a limit */
export function checkLimit(constraint: Constraint, value: unknown, place: string, remedy: string): void {
  const broken = violation(constraint, value, place);
  if (broken !== undefined) {
    throw new InvalidPatternError(`${broken}. ${remedy}.`);
  }
}

/** A value of a pattern as it stands in a message: patterns hold no secrets, so lists and objects are shown. */
export function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? cut(writeJson(value)) : quoted(value);
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
