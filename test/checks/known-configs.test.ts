import { arnOf, AT_DEPLOY, config, FN } from './small-templates';
import { KnownConfigs } from '../../lib/checks/known-configs';
import { readTemplates } from '../../lib/topology';
import { FIXED, resource, resources } from '../topology/templates';

const named = (FunctionName: unknown) => resource('Lambda::Function', { FunctionName });

describe('the configs of a function', () => {
  const configs = new KnownConfigs(resources({
    Fn: FN,
    Other: FN,
    Latest: config({ Ref: 'Fn' }),
    Live: config(arnOf('Fn'), { Qualifier: 'live' }),
    Any: config({ Ref: 'Fn' }, { Qualifier: AT_DEPLOY }),
    Stray: config(AT_DEPLOY),
  }));

  test('are those of all its qualifiers, also of one that is unknown', () => {
    expect(configs.all('S.Fn').map(({ logicalId }) => logicalId)).toEqual(['Any', 'Latest', 'Live']);
  });

  test('are empty for a function without configs', () => {
    expect(configs.all('S.Other')).toEqual([]);
  });
});

describe('are complete', () => {
  test.each<[string, Record<string, unknown>]>([
    ['when the app has none', {}],
    ['when each config names its function and qualifier', { A: config({ Ref: 'Fn' }), B: config({ Ref: 'Other' }) }],
    ['when the qualifier of another function is unknown', { A: config({ Ref: 'Other' }, { Qualifier: AT_DEPLOY }) }],
    ['when a config names another function in vain', { A: config({ 'Fn::Join': ['', [{ Ref: 'Other' }, AT_DEPLOY]] }) }],
    ['when a config is for a function of another name elsewhere', { A: config('arn:aws:lambda:us-east-1:123456789012:function:invoices') }],
    ['when a custom resource names another function', { A: resource('CloudFormation::CustomResource', { Name: { Ref: 'Other' } }) }],
    ['when a harmless custom resource names it', { A: { Type: 'Custom::LogRetention', Properties: { Name: { Ref: 'Fn' } } } }],
  ])('%s', (_, declared) => {
    expect(areComplete(declared)).toBe(true);
  });
});

describe('are not complete', () => {
  test.each<[string, Record<string, unknown>]>([
    ['when nobody knows what a config is for', { A: config(AT_DEPLOY) }],
    ['when its qualifier is unknown', { A: config({ Ref: 'Fn' }, { Qualifier: AT_DEPLOY }) }],
    ['when a config names it in vain', { A: config({ 'Fn::Join': ['', [{ Ref: 'Fn' }, AT_DEPLOY]] }) }],
    ['when a config names an alias of it in vain', {
      Alias: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
      A: config({ 'Fn::Join': ['', [{ Ref: 'Alias' }, AT_DEPLOY]] }),
    }],
    ['when a config is for a function of its name elsewhere', { A: config('arn:aws:lambda:us-east-1:123456789012:function:orders') }],
    ['when a custom resource names it', { A: { Type: 'Custom::AWS', Properties: { Name: { Ref: 'Fn' } } } }],
  ])('%s', (_, declared) => {
    expect(areComplete(declared)).toBe(false);
  });

  test('when its stack declares more than could be read', () => {
    expect(areComplete({}, { Transform: 'My::Macro' })).toBe(false);
  });
});

describe('a config for a function that the app does not declare', () => {
  const composed = { 'Fn::Sub': '${Queue.QueueName}-orders' };
  const queue = { Queue: resource('SQS::Queue') };

  test.each<[string, unknown, unknown, boolean]>([
    ['is not meant for one of another name', 'orders', 'invoices', true],
    ['is not meant for one whose name nobody gives', undefined, 'orders', true],
    ['may be meant for one whose name is unknown', AT_DEPLOY, 'orders', false],
    ['may be meant for one whose name is composed', composed, 'orders', false],
    ['of a composed name may be meant for one of a known name', 'orders', composed, false],
    ['of a composed name may be meant for one of a composed name', { 'Fn::Sub': '${Queue.QueueName}s' }, composed, false],
    ['of a composed name is not meant for one whose name nobody gives', undefined, composed, true],
  ])('%s', (_, name, configured, complete) => {
    const topology = resources({ ...queue, Fn: named(name), A: config(configured) });

    expect(new KnownConfigs(topology).areComplete(topology.functions.get('S.Fn')!)).toBe(complete);
  });
});

test('another stack that declares more than could be read leaves them complete', () => {
  const topology = readTemplates([
    { name: 'S', template: { Resources: { Fn: FN } }, environment: FIXED },
    { name: 'T', template: { Resources: {}, Transform: 'My::Macro' }, environment: FIXED },
  ]);
  expect(new KnownConfigs(topology).areComplete(topology.functions.get('S.Fn')!)).toBe(true);
});

function areComplete(declared: Record<string, unknown>, sections?: Record<string, unknown>): boolean {
  const topology = resources({ Fn: named('orders'), Other: FN, ...declared }, sections);
  return new KnownConfigs(topology).areComplete(topology.functions.get('S.Fn')!);
}
