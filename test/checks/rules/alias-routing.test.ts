import { CfnParameter, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/alias-routing';
import { functionIn } from '../../topology/synthesized';
import { checked, liveAlias, of } from '../checked-apps';

test('AliasRouting is found', () => {
  const found = checked(example.found);
  expect(of('AliasRouting', found)).toEqual([
    {
      id: 'AliasRouting',
      severity: 'error',
      path: 'S/Live/Resource',
      property: 'FunctionVersion',
      value: '"$LATEST"',
      message: '`FunctionVersion` must be a published version when the alias has an additional one, got: "$LATEST". Lambda refuses it: "$LATEST is not supported for an alias pointing to more than 1 version". Use `currentVersion` of the function.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['two versions', example.innocent],
    ['a name of the greatest length', stack => {
      liveAlias(functionIn(stack, 'Fn'), { aliasName: '1-' + 'a'.repeat(126) });
    }],
    ['a name that only the deployment knows', stack => {
      liveAlias(functionIn(stack, 'Fn'), { aliasName: new CfnParameter(stack, 'Stage').valueAsString });
    }],
    ['an alias of `$LATEST` alone', stack => {
      const fn = functionIn(stack, 'Fn');
      liveAlias(fn, { version: fn.latestVersion });
    }],
  ])('%s', (_, build) => {
    expect(of('AliasRouting', checked(build))).toEqual([]);
  });
});

describe('every other way to get it wrong', () => {
  const WEIGHTS = 'RoutingConfig.AdditionalVersionWeights';
  const alias = (functionVersion: string, ...shares: Array<[version: string, weight: number]>) => (stack: Stack) => {
    new lambda.CfnAlias(stack, 'Alias', {
      name: 'live',
      functionName: functionIn(stack, 'Fn').functionName,
      functionVersion,
      routingConfig: { additionalVersionWeights: shares.map(([version, functionWeight]) => ({ functionVersion: version, functionWeight })) },
    });
  };

  test.each([
    ['three versions', alias('1', ['2', 0.1], ['3', 0.1]), WEIGHTS, '2', 'must have at most 1 version'],
    ['the same version twice', alias('1', ['1', 0.1]), `${WEIGHTS}[0].FunctionVersion`, '"1"', 'must differ from the main version'],
    ['a share for `$LATEST`', alias('1', ['$LATEST', 0.1]), `${WEIGHTS}[0].FunctionVersion`, '"$LATEST"', 'never `$LATEST`'],
    ['an alias of an alias', alias('prod'), 'FunctionVersion', '"prod"', 'never an alias'],
    ['a share above one', alias('1', ['2', 1.5]), `${WEIGHTS}[0].FunctionWeight`, '1.5', 'must be a number between 0 and 1'],
  ])('%s', (_, build, property, value, message) => {
    expect(of('AliasRouting', checked(build))).toMatchObject([{ property, value, message: expect.stringContaining(message) }]);
  });

  test.each(['2024', 'v1.2', '$LATEST', '', 'a'.repeat(129)])('the name %s', name => {
    const found = checked(stack => {
      new lambda.CfnAlias(stack, 'Alias', { name, functionName: functionIn(stack, 'Fn').functionName, functionVersion: '1' });
    });
    expect(of('AliasRouting', found)).toMatchObject([{
      property: 'Name', value: `"${name}"`, message: expect.stringContaining('must be 1 to 128 characters: letters, digits, hyphens and underscores, not all digits, got:'),
    }]);
  });

  test('the same version of the app twice', () => {
    const found = checked(stack => {
      const { currentVersion: version } = functionIn(stack, 'Fn');
      new lambda.Alias(stack, 'Live', { aliasName: 'live', version, additionalVersions: [{ version, weight: 0.5 }] });
    });
    expect(of('AliasRouting', found)).toMatchObject([{ value: 'S/Fn/CurrentVersion' }]);
  });
});
