import { App, Duration, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as fc from 'fast-check';
import { HERE, rosStack, templateOf } from './fixture';
import { alibaba, AsyncDestination, AsyncInvokeConfig } from '../../lib';
import * as functionCompute from '../../lib/constraints/alibaba-fc/async-invoke-config';
import * as aws from '../../lib/constraints/aws-lambda/event-invoke-config';
import { agnosticStack, config, fn } from '../aws/fixture';

/** What is said once for both clouds. */
interface Policy {
  readonly maxEventAge?: Duration;
  readonly retryAttempts?: number;
}

/** What a function does with an event that fails, in the end. */
interface Effect {
  readonly seconds: number;
  readonly retries: number;
  readonly onSuccess: boolean;
  readonly onFailure: boolean;
}

type Sides = Pick<Effect, 'onSuccess' | 'onFailure'>;

function onLambda(policy: Policy, sides: Sides): Effect {
  const stack = agnosticStack();
  const next = AsyncDestination.function(fn(stack, 'Next'));
  new AsyncInvokeConfig(stack, 'Config', {
    function: fn(stack), ...policy, onSuccess: sides.onSuccess ? next : AsyncDestination.none(), onFailure: sides.onFailure ? next : undefined,
  });
  const { MaximumEventAgeInSeconds, MaximumRetryAttempts, DestinationConfig: { OnSuccess, OnFailure } } = config(stack).Properties;
  return {
    seconds: MaximumEventAgeInSeconds, retries: MaximumRetryAttempts, onSuccess: OnSuccess.Destination !== '', onFailure: OnFailure.Destination !== '',
  };
}

function onFunctionCompute(policy: Policy, sides: Sides): Effect {
  const stack = rosStack(HERE);
  const next = alibaba.Destination.function('next');
  new alibaba.AsyncInvokeConfig(stack, 'Config', {
    functionName: 'orders', ...policy, onSuccess: sides.onSuccess ? next : undefined, onFailure: sides.onFailure ? next : undefined,
  });
  const { MaxAsyncEventAgeInSeconds, MaxAsyncRetryAttempts, DestinationConfig = {} } = templateOf(stack).Resources.Config.Properties;
  return {
    seconds: MaxAsyncEventAgeInSeconds, retries: MaxAsyncRetryAttempts, onSuccess: 'OnSuccess' in DestinationConfig, onFailure: 'OnFailure' in DestinationConfig,
  };
}

const sides = fc.record({ onSuccess: fc.boolean(), onFailure: fc.boolean() });

test('one policy has the same effect on both clouds', () => {
  const seconds = fc.integer({ min: aws.MAX_EVENT_AGE.min, max: aws.MAX_EVENT_AGE.max });
  const retries = fc.integer({ min: aws.RETRY_ATTEMPTS.min, max: aws.RETRY_ATTEMPTS.max });

  fc.assert(fc.property(seconds, retries, sides, (age, retryAttempts, where) => {
    const policy = { maxEventAge: Duration.seconds(age), retryAttempts };
    const effect = { seconds: age, retries: retryAttempts, ...where };

    expect([onLambda(policy, where), onFunctionCompute(policy, where)]).toEqual([effect, effect]);
  }), { numRuns: 25 });
});

test('an absent setting leaves the default of each cloud', () => {
  const retries = { retryAttempts: 1 };
  const neither = { onSuccess: false, onFailure: false };

  expect(onLambda(retries, neither).seconds).toBe(aws.MAX_EVENT_AGE.default);
  expect(onFunctionCompute(retries, neither).seconds).toBe(functionCompute.MAX_EVENT_AGE.default);
  expect(onFunctionCompute({}, neither).retries).toBe(functionCompute.RETRY_ATTEMPTS.default);
});

describe('a policy that only one cloud accepts', () => {
  const takes = (declare: () => unknown) => {
    try {
      declare();
      return true;
    } catch {
      return false;
    }
  };

  test('is refused by the other, each by its own limits', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 700_000 }), fc.integer({ min: 0, max: 10 }), (age, retryAttempts) => {
      const policy = { maxEventAge: Duration.seconds(age), retryAttempts };
      const stack = new Stack(new App(), 'Aws');
      const target = lambda.Function.fromFunctionName(stack, 'Fn', 'orders');

      expect(takes(() => new AsyncInvokeConfig(stack, 'Config', { function: target, ...policy })))
        .toBe(age >= 60 && age <= 21_600 && retryAttempts <= 2);
      expect(takes(() => new alibaba.AsyncInvokeConfig(rosStack(), 'Config', { functionName: 'orders', ...policy })))
        .toBe(age >= 1 && age <= 604_800 && retryAttempts <= 8);
    }), { numRuns: 60 });
  });
});
