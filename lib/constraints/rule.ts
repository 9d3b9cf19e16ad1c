import type { Evidence } from './evidence';

/** A documented rule that is not a bound: what may not be, what happens then, and the way out. */
export interface Rule {
  /** The id under which findings are reported and acknowledged. */
  readonly id: string;

  /** To follow "must ", e.g. "be a standard queue". */
  readonly rule: string;

  /** What the service does, or what will be lost, as a sentence. */
  readonly consequence: string;

  /** What to do instead, as a sentence. */
  readonly remedy: string;

  /** Where the rule is documented. */
  readonly source: string;

  /** How well the rule is founded, and on what. */
  readonly evidence: Evidence;
}

/**
 * The message of a broken rule.
 *
 * @param property the property as the user wrote it
 * @param got what was found there, in words or as a value
 */
export function broken(rule: Rule, property: string, got: string): string {
  return `\`${property}\` must ${rule.rule}, got: ${got}. ${rule.consequence} ${rule.remedy}`;
}
