import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { invokedTarget } from '../../../lib/aws/target/invoked-target';
import { functionIdentity, qualifierIdentity } from '../../../lib/aws/target/target-identity';
import { concreteStack, fn } from '../fixture';

const stack = concreteStack();
const orders = fn(stack, 'Orders');
const identity = functionIdentity(stack, orders.functionName);

test('a function stands for its $LATEST', () => {
  expect(invokedTarget(stack, orders.functionArn)).toEqual({ identity, qualifier: '$LATEST' });
});

test('an alias has its name', () => {
  expect(invokedTarget(stack, orders.addAlias('live').functionArn)).toEqual({ identity, qualifier: 'live' });
});

test('a version has the qualifier that its config has', () => {
  const { currentVersion } = orders;

  expect(invokedTarget(stack, currentVersion.functionArn)).toEqual({ identity, qualifier: qualifierIdentity(stack, currentVersion.version) });
});

test.each([
  ['arn:aws:lambda:eu-west-1:111111111111:function:orders', '$LATEST'],
  ['arn:aws:lambda:eu-west-1:111111111111:function:orders:live', 'live'],
  ['arn:aws:lambda:eu-west-1:111111111111:function:orders:7', '7'],
])('%s names %s', (arn, qualifier) => {
  expect(invokedTarget(stack, arn)).toEqual({ identity: '111111111111/eu-west-1/orders', qualifier });
});

test.each([
  ['an ARN', () => `${orders.functionArn}:prod`],
  ['a name', () => `${orders.functionName}:prod`],
])('%s of a function of the app may be followed by a qualifier', (_, name) => {
  expect(invokedTarget(stack, name())).toEqual({ identity, qualifier: 'prod' });
});

test('an imported alias is its ARN', () => {
  const imported = lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111111111111:function:orders:live');

  expect(invokedTarget(Stack.of(imported), imported.functionArn).qualifier).toBe('live');
});
