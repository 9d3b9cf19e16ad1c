import type { Evidence } from './evidence';

/** What to do in one case. */
export interface Remedy {
  /** The case, to follow "If ", e.g. "a policy denies it". */
  readonly when: string;

  /** A sentence about what to do then. */
  readonly remedy: string;
}

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

  /** What to do in certain cases, instead of `remedy`. */
  readonly remedies?: readonly Remedy[];

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
 * @param remedy one of the rule's remedies, if it fits the case better than the usual one
 */
export function broken(rule: Rule, property: string, got: string, { remedy }: Pick<Rule, 'remedy'> = rule): string {
  return `\`${property}\` must ${rule.rule}, got: ${got}. ${rule.consequence} ${remedy}`;
}
