import { CfnResource, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { declareConfig, declaredConfig } from '../../../lib/aws/config/declared-config';

const TARGET = { functionName: 'orders', qualifier: 'live' };

test('finds the L1 of a config', () => {
  const resource = new lambda.CfnEventInvokeConfig(new Stack(), 'Config', TARGET);

  expect(declaredConfig(resource)).toEqual({ resource, ...TARGET });
});

test('finds another resource that declares a config', () => {
  const stack = new Stack();
  const [silent, resource] = ['Silent', 'Config'].map(id => new CfnResource(stack, id, { type: 'Custom::Config' }));
  declareConfig(resource, TARGET);

  expect(declaredConfig(silent)).toBeUndefined();
  expect(declaredConfig(resource)).toEqual({ resource, ...TARGET });
});

test('finds nothing for a construct that is not a resource', () => {
  expect(declaredConfig(new Construct(new Stack(), 'Construct'))).toBeUndefined();
});
