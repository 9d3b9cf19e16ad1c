import { Token } from 'aws-cdk-lib';
import type { Constraint } from '../constraints/constraint';
import { violation } from '../constraints/violation';

/** The message of a violated constraint; `undefined` for a valid value, an absent one, and one that only the deployment knows. */
export function knownViolation(constraint: Constraint, value: unknown, property?: string): string | undefined {
  return value === undefined || Token.isUnresolved(value) ? undefined : violation(constraint, value, property);
}
