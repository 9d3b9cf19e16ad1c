import type { ChoiceConstraint, Constraint } from '../constraints/constraint';
import { violation } from '../constraints/violation';
import { ON_DELETE_CHOICES } from '../contract/async-invoke-config';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** What becomes of a config, in either cloud. */
export const ON_DELETE: ChoiceConstraint = {
  kind: 'choice', property: 'onDelete', parameter: 'OnDelete', values: ON_DELETE_CHOICES, source: 'AsyncInvokeConfigProperties',
};

/** CloudFormation makes texts of numbers. What is no number stays what it is, and is refused as that. */
export function numeric(value: unknown): unknown {
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;
}

/** How a property that may be left out breaks a constraint; nothing when it does not. */
export function optionalViolation(constraint: Constraint, value: unknown, property?: string): string | undefined {
  return value === undefined ? undefined : violation(constraint, value, property);
}

/** @throws Error with all of the messages, if there are any */
export function refuse(...messages: (string | undefined)[]): void {
  const malformed = messages.filter(message => message !== undefined);
  if (malformed.length > 0) {
    throw new Error(malformed.join('\n'));
  }
}
