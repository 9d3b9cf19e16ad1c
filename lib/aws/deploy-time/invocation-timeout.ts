import type { Duration } from 'aws-cdk-lib';
import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { InvocationType } from './invocation-type';
import { SHORTER_THAN_FUNCTION, SYNCHRONOUS_TOO_LONG, TIMEOUT_OF_EVENT } from '../../constraints/aws-lambda/deploy-time';
import { TIMEOUT } from '../../constraints/aws-lambda/function';
import { invalid } from '../../constraints/invalid';
import { broken, type Rule } from '../../constraints/rule';
import { violation } from '../../constraints/violation';
import { LONGEST_WAIT } from '../../provider/time-budget';
import type { InvocationTarget } from '../target/invocation-target';

/** Time that Lambda may take to accept an event, in seconds. */
const ACCEPTANCE = 60;

/**
 * Timeout of a call, in seconds: at least the timeout of the function, at most the time that the handler can wait.
 *
 * @throws Error if the given timeout is outside of that range, or the range is empty
 */
export function callTimeout(scope: IConstruct, type: InvocationType, target: InvocationTarget, timeout?: Duration): number {
  const refuse = (rule: Rule, property: string, got: string) => invalid(scope, broken(rule, property, got));
  if (type !== InvocationType.REQUEST_RESPONSE) {
    if (timeout) {
      throw refuse(TIMEOUT_OF_EVENT, 'timeout', `one for ${type}`);
    }
    return ACCEPTANCE;
  }
  const run = runTime(target);
  if (run !== undefined && run > LONGEST_WAIT) {
    throw refuse(SYNCHRONOUS_TOO_LONG, 'function', `${run} seconds of ${target.function.node.path}, more than ${LONGEST_WAIT}`);
  }
  if (!timeout) {
    return run ?? LONGEST_WAIT;
  }
  if (timeout.isUnresolved()) {
    throw invalid(scope, '`timeout` must be known at synth, got: a token');
  }
  const seconds = timeout.toSeconds({ integral: false });
  if (run !== undefined && seconds < run) {
    throw refuse(SHORTER_THAN_FUNCTION, 'timeout', `${seconds} seconds for ${run} of ${target.function.node.path}`);
  }
  const malformed = violation(TIMEOUT, seconds);
  if (malformed) {
    throw invalid(scope, malformed);
  }
  if (seconds > LONGEST_WAIT) {
    throw refuse(SYNCHRONOUS_TOO_LONG, 'timeout', `${seconds} seconds, more than ${LONGEST_WAIT}`);
  }
  return seconds;
}

/** Time that the function may run, in seconds; undefined if the app does not know it. */
export function runTime({ resource }: InvocationTarget): number | undefined {
  if (!resource) {
    return undefined;
  }
  const durable = resource.durableConfig;
  const executionTimeout = durable && 'executionTimeout' in durable ? durable.executionTimeout : undefined;
  const seconds = durable ? executionTimeout : resource.timeout ?? TIMEOUT.default!;
  return Token.isUnresolved(seconds) ? undefined : seconds;
}
