import { arnOf, AT_DEPLOY, FN, MAYBE, targetOf } from './small-templates';
import { functionOf, isDurable } from '../../lib/checks/functions';
import { resource, resources } from '../topology/templates';

const DECLARED = {
  Fn: FN,
  Named: resource('Lambda::Function', { FunctionName: 'orders' }),
  Queue: resource('SQS::Queue'),
  Durable: resource('Lambda::Function', { DurableConfig: { ExecutionTimeout: 60 } }),
  Open: resource('Lambda::Function', { DurableConfig: { 'Fn::If': ['Maybe', { ExecutionTimeout: 60 }, { Ref: 'AWS::NoValue' }] } }),
};
const APP = resources(DECLARED, MAYBE);
const target = (arn: unknown) => targetOf(arn, DECLARED);
const arn = (name: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;

describe('the function of a target', () => {
  test.each<[string, unknown, string | undefined]>([
    ['is that of the app', arnOf('Fn'), 'S.Fn'],
    ['is the same whatever the qualifier', arn('orders:live'), 'S.Named'],
    ['is none where the app does not declare it', arn('invoices'), undefined],
    ['is none where it is a queue', arnOf('Queue'), undefined],
    ['is none where the target is unknown', AT_DEPLOY, undefined],
  ])('%s', (_, to, key) => {
    expect(functionOf(APP, target(to))?.key).toBe(key);
  });
});

describe('a target is durable', () => {
  test.each<[string, unknown, boolean]>([
    ['when its function is', arnOf('Durable'), true],
    ['and not when its function is none', arnOf('Fn'), false],
    ['and not when that is unknown of its function', arnOf('Open'), false],
    ['and not when it is of another app', arn('invoices'), false],
    ['and not when it is unknown itself', AT_DEPLOY, false],
  ])('%s', (_, to, durable) => {
    expect(isDurable(APP, target(to))).toBe(durable);
  });
});
