import { Token } from 'aws-cdk-lib';
import type { Constraint } from '../constraints/constraint';
import { violation } from '../constraints/violation';

/** How a value breaks a constraint; nothing when it does not, is left out, or is known only at deployment. */
export function knownViolation(constraint: Constraint, value: unknown, property?: string): string | undefined {
  return value === undefined || Token.isUnresolved(value) ? undefined : violation(constraint, value, property);
}
