import { custom_resources as cr, triggers } from 'aws-cdk-lib';
import { functionIn, stackOf } from '../synthesized';

test('reads a trigger that does not wait for the function', () => {
  const { invocations } = stackOf(stack => {
    new triggers.Trigger(stack, 'Trigger', { handler: functionIn(stack, 'Fn'), invocationType: triggers.InvocationType.EVENT });
  });
  expect(invocations).toMatchObject([{ kind: 'deploy-time-invocation', property: 'HandlerArn', to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/), qualified: true } }]);
});

test('a trigger waits by default', () => {
  const { invocations } = stackOf(stack => {
    new triggers.Trigger(stack, 'Trigger', { handler: functionIn(stack, 'Fn') });
  });
  expect(invocations).toEqual([]);
});

function custom(call: Partial<cr.AwsSdkCall>, moment = 'onCreate') {
  return stackOf(stack => {
    const physicalResourceId = cr.PhysicalResourceId.of('call');
    const parameters = { FunctionName: functionIn(stack, 'Fn').functionName, InvocationType: 'Event' };
    new cr.AwsCustomResource(stack, 'Call', {
      [moment]: { service: 'Lambda', action: 'invoke', parameters, physicalResourceId, ...call },
      policy: cr.AwsCustomResourcePolicy.fromSdkCalls({ resources: ['*'] }),
    });
  }).invocations;
}

test.each<[string, Partial<cr.AwsSdkCall>]>([
  ['the second SDK', {}],
  ['the third SDK', { service: '@aws-sdk/client-lambda', action: 'InvokeCommand' }],
])('reads a custom resource with the names of %s', (_, call) => {
  expect(custom(call)).toMatchObject([{ kind: 'deploy-time-invocation', property: 'Create.parameters.FunctionName', to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) } }]);
});

test('reads what a custom resource calls later', () => {
  expect(custom({}, 'onDelete')).toMatchObject([{ property: 'Delete.parameters.FunctionName' }]);
});

test.each<[string, Partial<cr.AwsSdkCall>]>([
  ['waits', { parameters: { FunctionName: 'orders', InvocationType: 'RequestResponse' } }],
  ['calls another service', { service: 'SQS', action: 'sendMessage', parameters: { QueueUrl: 'q' } }],
])('ignores a custom resource that %s', (_, call) => {
  expect(custom(call)).toEqual([]);
});
