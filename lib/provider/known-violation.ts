import { Token } from 'aws-cdk-lib';
import { dynamicReferences } from '../constraints/aws-cloudformation/dynamic-reference';
import type { Constraint } from '../constraints/constraint';
import type { Reported } from '../constraints/reported';
import type { Remedy } from '../constraints/rule';
import { violation } from '../constraints/violation';

/**
 * The message of a violated constraint; `undefined` for a valid value, an absent one, and one that only the deployment knows.
 *
 * If the constraint has a rule, the message tells the consequence and the remedy, too.
 *
 * @param remedy one of the rule's remedies, if it fits the case better than the usual one
 */
export function knownViolation(constraint: Constraint | Reported, value: unknown, property?: string, remedy?: Remedy): string | undefined {
  const message = value === undefined || !isKnown(value) ? undefined : violation(constraint, value, property);
  return message !== undefined && 'rule' in constraint ? `${message}. ${constraint.rule.consequence} ${(remedy ?? constraint.rule).remedy}` : message;
}

/** Whether a value is known at synth: it is no token and refers to no value that CloudFormation reads from another service. */
export function isKnown(value: unknown): boolean {
  return !Token.isUnresolved(value) && (typeof value !== 'string' || dynamicReferences(value).length === 0);
}
