import { literal, unknown } from '../../../lib/topology/values/value';
import { deployTimeConfig } from '../custom-templates';
import { FIXED, resource, resources } from '../templates';

const NOBODY_FIXED = 'aws://unknown-account/unknown-region';
const ROLE = { Role: resource('IAM::Role') };

function target(properties: object, environment = FIXED, declared: Record<string, unknown> = {}) {
  return resources({ Fn: resource('Lambda::Function', { FunctionName: 'orders' }), ...declared, Config: deployTimeConfig(properties) }, {}, environment).configs[0].function;
}

describe('identifies the function of the app', () => {
  test.each<[string, object, string?]>([
    ['by its name', {}],
    ['by its name, written out', { FunctionName: 'orders' }],
    ['in the same Region', { Region: 'eu-west-1' }],
    ['in the same Region, whichever that is', { Region: { Ref: 'AWS::Region' } }, NOBODY_FIXED],
    ['through a role of the same account', { AssumeRoleArn: 'arn:aws:iam::123456789012:role/invoker' }],
    ['through a role of the same stack', { AssumeRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } }],
    ['by its ARN, wherever the request is sent', { FunctionName: { 'Fn::GetAtt': ['Fn', 'Arn'] }, Region: 'us-east-1' }],
  ])('%s', (...story) => {
    const [, properties, environment] = story;

    expect(target(properties, environment, ROLE)).toMatchObject({ resource: 'S.Fn', functionKey: 'S.Fn' });
  });
});

describe('identifies another function of that name', () => {
  test.each<[string, object, object]>([
    ['in another Region', { Region: 'us-east-1' }, { region: literal('us-east-1'), account: literal('123456789012') }],
    ['in another account', { AssumeRoleArn: 'arn:aws:iam::210987654321:role/x' }, { region: literal('eu-west-1'), account: literal('210987654321') }],
  ])('%s', (_, properties, place) => {
    for (const FunctionName of ['orders', { Ref: 'Fn' }]) {
      expect(target({ FunctionName, ...properties })).toMatchObject({ kind: 'function', resource: undefined, ...place });
    }
  });

  test('which another stack may declare', () => {
    const { functions, configs } = resources({ Config: deployTimeConfig({ FunctionName: 'orders', Region: 'us-east-1' }) });
    expect(functions.size).toBe(0);
    expect(configs[0].function).toMatchObject({ functionKey: 'arn:aws:lambda:us-east-1:123456789012:function:orders' });
  });
});

test.each<[string, object, string?]>([
  ['a Region, where that of the stack is open', { Region: 'us-east-1' }, NOBODY_FIXED],
  ['a Region that only the deployment knows', { Region: { 'Fn::Base64': '' } }],
  ['a role, where the account of the stack is open', { AssumeRoleArn: 'arn:aws:iam::210987654321:role/x' }, NOBODY_FIXED],
  ['a role that only the deployment knows', { AssumeRoleArn: { 'Fn::Base64': '' } }],
])('%s leaves the function unknown', (...story) => {
  const [, properties, environment] = story;

  expect(target(properties, environment)).toEqual(unknown('its Region or account may be that of the stack, or another one'));
});
