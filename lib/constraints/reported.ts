import type { Constraint } from './constraint';
import type { Rule } from './rule';
import { statement, violation } from './violation';

/** A limit with the rule that reports it: one entry serves the comparison and the message. */
export type Reported<C extends Constraint = Constraint> = C & { readonly rule: Rule };

/**
 * Adds the rule that reports it to a limit.
 *
 * @param limit the documented limit, which has the parameter, the sentence and the source of the rule
 * @param report the rest of the rule
 */
export function reported<C extends Constraint>(limit: C, report: Omit<Rule, 'parameter' | 'rule' | 'source'>): Reported<C> {
  return { ...limit, rule: { ...report, parameter: limit.parameter, rule: statement(limit), source: limit.source } };
}

/** The rule of a limit if a value breaks it; `undefined` if the value is within the limit. */
export function brokenRule(limit: Reported, value: unknown): Rule | undefined {
  return violation(limit, value) === undefined ? undefined : limit.rule;
}
