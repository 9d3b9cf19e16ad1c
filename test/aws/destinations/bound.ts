import { Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncInvokeConfig } from '../../../lib';
import { agnosticStack, config, fn, statements } from '../fixture';

/** What becomes of a destination for failures: how the config names it, and what the execution role may do. */
export interface Bound {
  readonly stack: Stack;
  readonly arn: unknown;
  readonly allowed: object[];
}

/** Binds a destination to a function, or to what is made of it, in an app of their own. */
export function bound(
  destinationIn: (stack: Stack) => lambda.IDestination,
  { stack = agnosticStack(), named = (made: lambda.Function): lambda.IFunction => made } = {},
): Bound {
  new AsyncInvokeConfig(stack, 'Config', { function: named(fn(stack)), onFailure: destinationIn(stack) });
  return {
    stack,
    arn: config(stack).Properties.DestinationConfig.OnFailure.Destination,
    allowed: statements(stack).FnDestinationPolicyE4076F9C ?? [],
  };
}

/** A statement of a policy. */
export function allow(action: string | string[], resource: unknown, condition?: object): object {
  return { Action: action, Effect: 'Allow', Resource: resource, ...condition && { Condition: condition } };
}
