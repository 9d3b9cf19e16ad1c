import { CfnResource, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { declareConfig, declaredConfig } from '../../../lib/aws/config/declared-config';

const TARGET = { functionName: 'orders', qualifier: 'live' };

test('a config of CloudFormation is one', () => {
  const resource = new lambda.CfnEventInvokeConfig(new Stack(), 'Config', TARGET);

  expect(declaredConfig(resource)).toEqual({ resource, ...TARGET });
});

test('another resource is one if it says so', () => {
  const stack = new Stack();
  const [silent, resource] = ['Silent', 'Config'].map(id => new CfnResource(stack, id, { type: 'Custom::Config' }));
  declareConfig(resource, TARGET);

  expect(declaredConfig(silent)).toBeUndefined();
  expect(declaredConfig(resource)).toEqual({ resource, ...TARGET });
});

test('what is no resource is none', () => {
  expect(declaredConfig(new Construct(new Stack(), 'Construct'))).toBeUndefined();
});
