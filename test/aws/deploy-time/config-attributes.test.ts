import { CustomResource } from 'aws-cdk-lib';
import { AsyncDestination, AsyncInvokeConfig } from '../../../lib';
import { readSettings } from '../../../lib/aws/deploy-time/config-attributes';
import { agnosticStack, config, fn } from '../fixture';

test('settings are read with the types that constructs take', () => {
  const stack = agnosticStack();
  const { maxEventAge, retryAttempts, onFailure, onSuccess } = readSettings(new CustomResource(stack, 'Lookup', { serviceToken: 'handler' }));
  new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), maxEventAge, retryAttempts, onSuccess: AsyncDestination.none() });

  expect(config(stack).Properties).toMatchObject({
    MaximumEventAgeInSeconds: { 'Fn::GetAtt': ['Lookup', 'MaximumEventAgeInSeconds'] },
    MaximumRetryAttempts: { 'Fn::GetAtt': ['Lookup', 'MaximumRetryAttempts'] },
  });
  expect(stack.resolve([onFailure, onSuccess])).toEqual([{ 'Fn::GetAtt': ['Lookup', 'OnFailure'] }, { 'Fn::GetAtt': ['Lookup', 'OnSuccess'] }]);
});
