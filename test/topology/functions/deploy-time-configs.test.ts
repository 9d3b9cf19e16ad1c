import { literal, unknown } from '../../../lib/topology/values/value';
import { deployTimeConfig } from '../custom-templates';
import { resource, resources } from '../templates';

const DECLARED = { Fn: resource('Lambda::Function'), Queue: resource('SQS::Queue') };
const configOf = (properties: object) => resources({ ...DECLARED, Config: deployTimeConfig(properties) }).configs[0];

test('reads a deploy-time config like one of the template', () => {
  const { configs: [ours], qualifiedFunctions } = resources({
    ...DECLARED,
    Config: deployTimeConfig({ Qualifier: 'live', MaximumRetryAttempts: '1', MaximumEventAgeInSeconds: '3600', OnFailure: { 'Fn::GetAtt': ['Queue', 'Arn'] }, OnSuccess: '' }),
  });
  expect(ours).toMatchObject({
    logicalId: 'Config',
    target: { resource: 'S.Fn', qualifier: literal('live') },
    retryAttempts: literal(1),
    maxEventAge: literal(3600),
    onSuccess: undefined,
    onFailure: { kind: 'queue', resource: 'S.Queue' },
    declined: ['onSuccess'],
    merges: false,
  });
  expect(qualifiedFunctions.get('S.Fn:live')).toMatchObject({ configs: [{ logicalId: 'Config' }], retryAttempts: literal(1) });
});

test('a missing setting has the default of Lambda', () => {
  expect(configOf({})).toMatchObject({ retryAttempts: undefined, maxEventAge: undefined, onSuccess: undefined, onFailure: undefined, declined: [] });
});

test.each([['true'], [undefined], [{ 'Fn::Base64': '' }]])('a missing setting is unknown if Merge is %j', Merge => {
  const kept = unknown('the custom resource keeps the setting that it finds');

  expect(configOf({ Merge, MaximumRetryAttempts: '0', OnSuccess: '' })).toMatchObject({
    retryAttempts: literal(0), maxEventAge: kept, onSuccess: undefined, onFailure: kept, declined: ['onSuccess'], merges: true,
  });
});
