import type { Evidence } from './evidence';

/** A rule: what must be, what happens otherwise, and what to do. */
export interface Rule {
  /** The id under which findings are reported and acknowledged. */
  readonly id: string;

  /** The parameter of the service that the rule is about. Absent if the rule is about several. */
  readonly parameter?: string;

  /** To follow "must ", e.g. "be a standard queue". */
  readonly rule: string;

  /** A sentence about what happens if the rule is broken. */
  readonly consequence: string;

  /** A sentence about what to do instead. */
  readonly remedy: string;

  /** Where the rule is documented. */
  readonly source: string;

  /** The facts that the rule rests on, and their grade. */
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
