import { FN } from '../../checks/small-templates';
import { resource } from '../../topology/templates';
import { fixed, unfixed } from '../template-fixes';

const alias = (properties: object) => ({ Fn: FN, Live: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, Name: 'live', ...properties }) });
const weights = (...versions: Array<[FunctionVersion: unknown, FunctionWeight: number]>) => ({
  RoutingConfig: { AdditionalVersionWeights: versions.map(([FunctionVersion, FunctionWeight]) => ({ FunctionVersion, FunctionWeight })) },
});

test('points the alias to the version that is there', () => {
  expect(fixed('AliasOfLatest', { ...alias({ FunctionVersion: '$LATEST' }), V: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }) })).toMatchObject({
    operations: ['replace /Resources/Live/Properties/FunctionVersion'], values: [{ 'Fn::GetAtt': ['V', 'Version'] }], found: [1, 0],
  });
});

test.each<[string, object, string[], unknown[]]>([
  ['a name that is a number', { Name: '2024', FunctionVersion: '1' }, ['replace /Resources/Live/Properties/Name'], ['v2024']],
  ['weights with `$LATEST`', { FunctionVersion: '$LATEST', ...weights(['2', 0.1]) },
    ['replace /Resources/Live/Properties/FunctionVersion', 'remove /Resources/Live/Properties/RoutingConfig'], ['2', undefined]],
  ['the same version twice', { FunctionVersion: '2', ...weights(['2', 0.1]) }, ['remove /Resources/Live/Properties/RoutingConfig'], [undefined]],
  ['three versions', { FunctionVersion: '1', ...weights(['2', 0.1], ['3', 0.1]) }, ['remove /Resources/Live/Properties/RoutingConfig'], [undefined]],
  ['a weight out of range', { FunctionVersion: '1', ...weights(['2', 1.5]) },
    ['replace /Resources/Live/Properties/RoutingConfig/AdditionalVersionWeights/0/FunctionWeight'], [1]],
])('mends %s', (_, properties, operations, values) => {
  expect(fixed('AliasRouting', alias(properties))).toMatchObject({ operations, values, found: [1, 0] });
});

test('a version that cannot be one has no certain fix', () => {
  expect(fixed('AliasRouting', alias({ FunctionVersion: 'prod' }))).toEqual(unfixed(1));
});

describe('a version by its ARN', () => {
  const versions = Object.fromEntries(['V', 'W'].map(id => [id, resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } })]));
  const number = (id: string) => ({ 'Fn::GetAtt': [id, 'Version'] });

  test.each<[string, object, string[], unknown[]]>([
    ['is replaced by its number', { FunctionVersion: { Ref: 'V' } }, ['replace /Resources/Live/Properties/FunctionVersion'], [number('V')]],
    ['is replaced by its number among the weights', { FunctionVersion: number('V'), ...weights([{ Ref: 'W' }, 0.1]) },
      ['replace /Resources/Live/Properties/RoutingConfig/AdditionalVersionWeights/0/FunctionVersion'], [number('W')]],
    ['that is the main version is left out', { FunctionVersion: number('V'), ...weights([{ Ref: 'V' }, 0.1]) }, ['remove /Resources/Live/Properties/RoutingConfig'], [undefined]],
  ])('%s', (_, properties, operations, values) => {
    expect(fixed('AliasRouting', { ...alias(properties), ...versions })).toMatchObject({ operations, values, found: [1, 0] });
  });

  test('does not take the place of `$LATEST`', () => {
    expect(fixed('AliasRouting', { ...alias({ FunctionVersion: '$LATEST', ...weights([{ Ref: 'W' }, 0.1]) }), ...versions })).toEqual(unfixed(2));
  });
});
