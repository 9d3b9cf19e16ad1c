import { Duration, Lazy } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { callTimeout, runTime } from '../../../lib/aws/deploy-time/invocation-timeout';
import { InvocationType } from '../../../lib/aws/deploy-time/invocation-type';
import { invocationTarget } from '../../../lib/aws/target/invocation-target';
import { agnosticStack, errorOf, fn } from '../fixture';

const TOO_LONG = 'leave the handler, which waits for the function, time to answer within its limit of 900 seconds';
const HANGS = 'Lambda stops the handler before it can answer, and the deployment hangs until it times out. ' +
  'Use `invocationType: InvocationType.EVENT` with `awaitOutcome`, or lower the timeout of the function. [Stack]';

function waited(props: Partial<lambda.FunctionProps> = {}, timeout?: Duration, type = InvocationType.REQUEST_RESPONSE): number {
  const stack = agnosticStack();
  return callTimeout(stack, type, invocationTarget(stack, fn(stack, 'Fn', props)), timeout);
}

function waitedForImported(timeout?: Duration): number {
  const stack = agnosticStack();
  return callTimeout(stack, InvocationType.REQUEST_RESPONSE, invocationTarget(stack, imported(stack)), timeout);
}

function imported(stack: IConstruct): lambda.IFunction {
  return lambda.Function.fromFunctionName(stack as any, 'Theirs', 'theirs');
}

describe('a synchronous call has the timeout of the function', () => {
  test.each([
    ['3 seconds by default', {}, 3],
    ['what the function has', { timeout: Duration.seconds(100) }, 100],
    ['up to what the handler can wait', { timeout: Duration.seconds(859) }, 859],
  ])('%s', (_, props, seconds) => {
    expect(waited(props)).toBe(seconds);
  });

  test.each([860, 900])('but not for %i seconds', seconds => {
    expect(errorOf(() => waited({ timeout: Duration.seconds(seconds) })))
      .toBe(`\`function\` must ${TOO_LONG}, got: ${seconds} seconds of Stack/Fn, more than 859. ${HANGS}`);
  });

  test('a durable function has the timeout of its execution', () => {
    const durable = (minutes: number) => ({ durableConfig: { executionTimeout: Duration.minutes(minutes) } });

    expect(waited(durable(10))).toBe(600);
    expect(errorOf(() => waited(durable(15)))).toBe(`\`function\` must ${TOO_LONG}, got: 900 seconds of Stack/Fn, more than 859. ${HANGS}`);
  });
});

describe('an imported function has an unknown timeout', () => {
  test('the call has the longest time that the handler can wait', () => {
    expect(waitedForImported()).toBe(859);
  });

  test.each([1, 859])('or the %i seconds that the user knows', seconds => {
    expect(waitedForImported(Duration.seconds(seconds))).toBe(seconds);
  });

  test.each([
    [Duration.seconds(860), `\`timeout\` must ${TOO_LONG}, got: 860 seconds, more than 859. ${HANGS}`],
    [Duration.seconds(901), '`timeout` must be an integer between 1 and 900 seconds, got: 901 [Stack]'],
    [Duration.millis(1500), '`timeout` must be an integer between 1 and 900 seconds, got: 1.5 [Stack]'],
    [Duration.seconds(0), '`timeout` must be an integer between 1 and 900 seconds, got: 0 [Stack]'],
    [Duration.seconds(Lazy.number({ produce: () => 9 })), '`timeout` must be known at synth, got: a token [Stack]'],
  ])('refuses %s', (timeout, message) => {
    expect(errorOf(() => waitedForImported(timeout))).toBe(message);
  });
});

describe('the given timeout', () => {
  test('may exceed the timeout of the function', () => {
    expect(waited({ timeout: Duration.seconds(100) }, Duration.seconds(100))).toBe(100);
  });

  test('is refused below the timeout of the function', () => {
    expect(errorOf(() => waited({ timeout: Duration.seconds(100) }, Duration.seconds(99)))).toBe(
      '`timeout` must be at least the timeout of the function, got: 99 seconds for 100 of Stack/Fn. ' +
      'The deployment fails while the function still runs, and the result of the run is lost. ' +
      'Leave `timeout` out: the default follows from the timeout of the function. [Stack]');
  });

  test.each([InvocationType.EVENT, InvocationType.DRY_RUN])('is nothing for %s', type => {
    expect(errorOf(() => waited({}, Duration.seconds(9), type))).toBe(
      `\`timeout\` must be left out unless the invocation is synchronous, got: one for ${type}. ` +
      'Lambda answers events and dry runs at once; how long an outcome may take follows from `maxEventAge` and the timeout of the function. Leave it out. [Stack]');
  });
});

test.each([InvocationType.EVENT, InvocationType.DRY_RUN])('%s is answered at once, whatever the function takes', type => {
  expect(waited({ timeout: Duration.minutes(15) }, undefined, type)).toBe(60);
});

test('refuses a token', () => {
  const stack = agnosticStack();
  const target = invocationTarget(stack, fn(stack));
  target.resource!.timeout = Lazy.number({ produce: () => 1 });

  expect(runTime(target)).toBeUndefined();
});
