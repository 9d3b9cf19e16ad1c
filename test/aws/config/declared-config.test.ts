import { CfnResource, Fn, Lazy, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { declareConfig, declaredConfig } from '../../../lib/aws/config/declared-config';

const TARGET = { functionName: 'orders', qualifier: 'live' };
const SETTINGS = { maximumEventAgeInSeconds: 60, onFailure: 'arn:aws:sqs:eu-west-1:111111111111:failed', onSuccess: '' };

test('finds the L1 of a config', () => {
  const resource = new lambda.CfnEventInvokeConfig(new Stack(), 'Config', TARGET);

  expect({ ...declaredConfig(resource) }).toMatchObject(TARGET);
  expect(declaredConfig(resource)?.resource).toBe(resource);
});

describe('the settings of an L1', () => {
  const [queue, topic] = ['arn:aws:sqs:eu-west-1:111111111111:failed', 'arn:aws:sns:eu-west-1:111111111111:done'];

  test.each<[string, Partial<lambda.CfnEventInvokeConfigProps>, object]>([
    ['without any', {}, { onFailure: '', onSuccess: '' }],
    ['with all', {
      maximumEventAgeInSeconds: 60,
      maximumRetryAttempts: 1,
      destinationConfig: { onFailure: { destination: queue }, onSuccess: { destination: topic } },
    }, { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 1, onFailure: queue, onSuccess: topic }],
    ['in a token that the app can unfold', {
      destinationConfig: Lazy.any({ produce: () => ({ onFailure: { destination: queue } }) }),
    }, { onFailure: queue, onSuccess: '' }],
    ['in a function that only CloudFormation computes', { destinationConfig: Fn.conditionIf('Kept', {}, {}) }, {}],
  ])('%s', (_, props, expected) => {
    expect(declaredConfig(new lambda.CfnEventInvokeConfig(new Stack(), 'Config', { ...TARGET, ...props }))?.settings).toEqual(expected);
  });
});

test('finds another resource that declares a config', () => {
  const stack = new Stack();
  const [silent, resource] = ['Silent', 'Config'].map(id => new CfnResource(stack, id, { type: 'Custom::Config' }));
  declareConfig(resource, { ...TARGET, settings: SETTINGS });

  expect(declaredConfig(silent)).toBeUndefined();
  expect(declaredConfig(resource)).toEqual({ resource, ...TARGET, settings: SETTINGS });
});

test('finds nothing for a construct that is not a resource', () => {
  expect(declaredConfig(new Construct(new Stack(), 'Construct'))).toBeUndefined();
});
