import { FN } from '../../checks/small-templates';
import { resource } from '../../topology/templates';
import { fixed, unfixed } from '../template-fixes';

const alias = (Name: string) => resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name });
const config = (Qualifier: unknown) => resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Fn' }, Qualifier, MaximumRetryAttempts: 0 });

test.each<[string, Record<string, unknown>, unknown]>([
  ['the name of an alias whose ARN is written', { Live: alias('live'), Config: config({ Ref: 'Live' }) }, 'live'],
  ['the number of a version whose ARN is written', {
    V: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }), Config: config({ Ref: 'V' }),
  }, { 'Fn::GetAtt': ['V', 'Version'] }],
  ['the alias that exists', { Live: alias('live'), Config: config('prod') }, 'live'],
  ['the alias without a config', { Live: alias('live'), Beta: alias('beta'), LiveConfig: config('live'), Config: config('prod') }, 'beta'],
  ['`$LATEST` without an alias', { Config: config('prod') }, '$LATEST'],
])('writes %s', (_, resources, qualifier) => {
  expect(fixed('UnknownQualifier', { Fn: FN, ...resources })).toMatchObject({
    operations: ['replace /Resources/Config/Properties/Qualifier'], values: [qualifier], found: [1, 0],
  });
});

test('is not certain if every qualifier has a config', () => {
  expect(fixed('UnknownQualifier', { Fn: FN, Latest: config('$LATEST'), Config: config('prod') })).toEqual(unfixed(1));
});

describe('a function that is named with a qualifier', () => {
  const named = (FunctionName: unknown, Qualifier?: unknown) =>
    ({ Fn: FN, Live: alias('live'), V: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }), Config: resource('Lambda::EventInvokeConfig', { FunctionName, Qualifier, MaximumRetryAttempts: 0 }) });

  test.each<[string, unknown, unknown, string, unknown]>([
    ['an alias beside `$LATEST`', { Ref: 'Live' }, '$LATEST', 'replace', 'live'],
    ['an alias without the property', { Ref: 'Live' }, undefined, 'add', 'live'],
    ['an alias beside its ARN', { Ref: 'Live' }, { Ref: 'Live' }, 'replace', 'live'],
    ['a version beside `$LATEST`', { Ref: 'V' }, '$LATEST', 'replace', { 'Fn::GetAtt': ['V', 'Version'] }],
    ['a number beside another', { 'Fn::Sub': '${Fn}:7' }, '8', 'replace', '7'],
    ['an imported function', 'bills:live', 'prod', 'replace', 'live'],
  ])('gets the same one: %s', (_, FunctionName, Qualifier, operation, value) => {
    expect(fixed('UnknownQualifier', named(FunctionName, Qualifier))).toMatchObject({
      operations: [`${operation} /Resources/Config/Properties/Qualifier`], values: [value], found: [1, 0],
    });
  });

  test('gets none that the function may not have', () => {
    expect(fixed('UnknownQualifier', named({ 'Fn::Sub': '${Fn}:prod' }, '$LATEST'))).toEqual(unfixed(1));
  });
});

test('writes a qualifier where it is left out', () => {
  const left = { Fn: FN, Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Fn' }, MaximumRetryAttempts: 0 }) };

  expect(fixed('UnknownQualifier', left)).toMatchObject({ operations: ['add /Resources/Config/Properties/Qualifier'], values: ['$LATEST'], found: [1, 0] });
});
