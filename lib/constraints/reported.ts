import type { Constraint } from './constraint';
import type { Rule } from './rule';
import { statement, violation } from './violation';

/** A limit that is also a rule: what a value is compared with is what a finding says. */
export type Reported<C extends Constraint = Constraint> = C & { readonly rule: Rule };

/**
 * Makes a limit one that findings report.
 *
 * @param limit the documented limit, from which the sentence and the source of the rule are taken
 * @param report what the rule says besides
 */
export function reported<C extends Constraint>(limit: C, report: Omit<Rule, 'rule' | 'source'>): Reported<C> {
  return { ...limit, rule: { ...report, rule: statement(limit), source: limit.source } };
}

/** The rule that a value breaks by being outside a limit; `undefined` if the value is within it. */
export function brokenRule(limit: Reported, value: unknown): Rule | undefined {
  return violation(limit, value) === undefined ? undefined : limit.rule;
}
