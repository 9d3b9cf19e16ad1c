import { Token } from 'aws-cdk-lib';
import type { TextConstraint } from '../constraints/constraint';
import { violation } from '../constraints/violation';

/** How a text breaks a constraint, as far as it is given, and known at synth. */
export function knownViolation(constraint: TextConstraint, value: string | undefined, property?: string): string | undefined {
  return value === undefined || Token.isUnresolved(value) ? undefined : violation(constraint, value, property);
}
