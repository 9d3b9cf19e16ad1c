import type { Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import { EMPTY_CONFIG, MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { tokenUnitViolation } from '../../provider/duration-token';
import { knownViolation } from '../../provider/known-violation';

/**
 * Refuses settings that Lambda would refuse. Skips tokens.
 *
 * @throws Error with a message for each setting that is out of range, or if no setting is given
 */
export function validateSettings(scope: IConstruct, props: AsyncInvokeConfigOptions): void {
  if ([props.maxEventAge, props.retryAttempts, props.onFailure, props.onSuccess].every(setting => setting === undefined)) {
    throw invalid(scope, broken(EMPTY_CONFIG, 'props', 'none of them'));
  }
  const violations = [
    props.maxEventAge && ageViolation(props.maxEventAge),
    knownViolation(RETRY_ATTEMPTS, props.retryAttempts),
  ].filter(message => message !== undefined);
  if (violations.length > 0) {
    throw invalid(scope, ...violations);
  }
}

/** A token reaches CloudFormation unchanged, so only its unit is checked. */
function ageViolation(age: Duration): string | undefined {
  return age.isUnresolved() ? tokenUnitViolation(MAX_EVENT_AGE.property, age) : knownViolation(MAX_EVENT_AGE, age.toSeconds({ integral: false }));
}
