import { rendered } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

/** What a schedule calls through an operation of the SDK. */
function called(operation: string, input: object, declared: Record<string, unknown> = {}) {
  const target = { Arn: `arn:aws:scheduler:::aws-sdk:lambda:${operation}`, RoleArn: 'r', Input: input };
  const { invocations, deliveries } = resources({ ...declared, Schedule: resource('Scheduler::Schedule', { Target: target }) }, { Parameters: { Type: { Type: 'String' } } });
  return [...invocations, ...deliveries].map(({ to }) => to.kind === 'function' ? `${rendered(to.name)}:${rendered(to.qualifier)}` : to.kind === 'unknown' ? to.reason : to.kind);
}

test.each<[string, string, object]>([
  ['`invoke` with `Event`', 'invoke', { FunctionName: 'orders', InvocationType: 'Event' }],
  ['`invokeAsync`', 'invokeAsync', { FunctionName: 'orders', InvokeArgs: '{}' }],
  ['an ARN', 'invoke', { FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:orders', InvocationType: 'Event' }],
])('%s invokes asynchronously', (_, operation, input) => {
  expect(called(operation, input)).toEqual(['orders:$LATEST']);
});

test.each<[string, object]>([
  ['in the name', { FunctionName: 'orders:live' }],
  ['apart', { FunctionName: 'orders', Qualifier: 'live' }],
])('reads a qualifier %s', (_, name) => {
  expect(called('invoke', { ...name, InvocationType: 'Event' })).toEqual(['orders:live']);
});

test.each<[string, string, object]>([
  ['`RequestResponse`', 'invoke', { FunctionName: 'orders', InvocationType: 'RequestResponse' }],
  ['`DryRun`', 'invoke', { FunctionName: 'orders', InvocationType: 'DryRun' }],
  ['no invocation type', 'invoke', { FunctionName: 'orders' }],
  ['another operation', 'updateFunctionCode', { FunctionName: 'orders', InvocationType: 'Event' }],
])('%s is no asynchronous invocation', (_, operation, input) => {
  expect(called(operation, input)).toEqual(['other']);
});

test.each<[string, object, string]>([
  ['an unknown invocation type', { FunctionName: 'orders', InvocationType: { Ref: 'Type' } }, 'parameter `Type` has no default'],
  ['an invocation type that only the deployment knows', { FunctionName: 'orders', InvocationType: { Ref: 'AWS::StackId' } }, 'its `InvocationType` is known at deploy time only'],
  ['a missing function', { InvocationType: 'Event' }, '`FunctionName` is missing'],
])('does not guess %s', (_, input, reason) => {
  expect(called('invoke', input)).toEqual([reason]);
});
