import type { ChoiceConstraint, Constraint } from '../constraints/constraint';
import { violation } from '../constraints/violation';
import { ON_DELETE_CHOICES } from '../contract/async-invoke-config';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Choices of `onDelete`, in both clouds. */
export const ON_DELETE: ChoiceConstraint = {
  kind: 'choice', property: 'onDelete', parameter: 'OnDelete', values: ON_DELETE_CHOICES, source: 'AsyncInvokeConfigProperties',
};

/** Number that CloudFormation has turned into text. Anything else is returned unchanged, so that a check refuses it as it is. */
export function numeric(value: unknown): unknown {
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;
}

/** Violation of a constraint by an optional property; nothing if there is none. */
export function optionalViolation(constraint: Constraint, value: unknown, property?: string): string | undefined {
  return value === undefined ? undefined : violation(constraint, value, property);
}

/** @throws Error with all messages, if there are any */
export function refuse(...messages: (string | undefined)[]): void {
  const malformed = messages.filter(message => message !== undefined);
  if (malformed.length > 0) {
    throw new Error(malformed.join('\n'));
  }
}
