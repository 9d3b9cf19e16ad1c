import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncInvokeConfig } from '../../../lib';
import { isEventInvokeConfig } from '../../../lib/aws/config/event-invoke-config';
import { agnosticStack, fn } from '../fixture';

test('finds configs of this library, of aws-cdk-lib and L1s, and nothing else', () => {
  const stack = agnosticStack();
  const made = fn(stack, 'Fn', { retryAttempts: 1 });
  new AsyncInvokeConfig(stack, 'Ours', { function: made.addAlias('live'), retryAttempts: 1 });
  new lambda.CfnEventInvokeConfig(stack, 'Plain', { functionName: 'orders', qualifier: 'live' });

  expect(stack.node.findAll().filter(isEventInvokeConfig).map(({ node }) => node.path)).toEqual([
    'Stack/Fn/EventInvokeConfig/Resource', 'Stack/Ours/Resource', 'Stack/Plain',
  ]);
});
