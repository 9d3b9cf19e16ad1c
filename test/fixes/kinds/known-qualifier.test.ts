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
