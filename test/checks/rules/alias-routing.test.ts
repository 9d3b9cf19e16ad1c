import { CfnParameter, Stack, aws_lambda as lambda } from 'aws-cdk-lib';
import { findings } from '../../../lib/checks';
import { aliasRouting } from '../../../lib/checks/rules/alias-routing';
import { quoted } from '../../../lib/constraints/violation';
import * as example from '../../../pages/rules/examples/alias-routing';
import { ENV, functionIn } from '../../topology/synthesized';
import { resource, resources } from '../../topology/templates';
import { checked, checkedApp, liveAlias, of } from '../checked-apps';
import { FN } from '../small-templates';

test('AliasRouting is found', () => {
  const found = checked(example.found);
  expect(of('AliasRouting', found)).toEqual([
    {
      id: 'AliasRouting',
      severity: 'error',
      path: 'S/Live/Resource',
      property: 'FunctionVersion',
      value: '"$LATEST"',
      message: '`FunctionVersion` must be a published version when the alias has an additional one, got: "$LATEST". Lambda refuses it: "$LATEST is not supported for an alias pointing to more than 1 version". Use a published version, e.g. `currentVersion` of the function.',
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
      property: 'Name', value: quoted(name), message: expect.stringContaining('must be 1 to 128 characters: letters, digits, hyphens and underscores, not all digits, got:'),
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

describe('a version of another form', () => {
  const WEIGHTS = 'RoutingConfig.AdditionalVersionWeights[0].FunctionVersion';
  const BY_ARN = 'Write `version.version`: a `Ref` of a version yields its ARN.';
  const BY_ALIAS = 'Use the version that the other alias points to.';
  const USUAL = 'Write the number of a version, e.g. `version.version`.';
  const WORK = 'arn:aws:lambda:eu-west-1:123456789012:function:work';
  const told = (main: unknown, additional?: unknown) => findings(resources({
    Fn: FN,
    Named: resource('Lambda::Function', { FunctionName: '7' }),
    Ver: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }),
    Other: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: { 'Fn::Sub': 'x${AWS::StackId}' } }),
    Alias: resource('Lambda::Alias', {
      FunctionName: { Ref: 'Fn' },
      FunctionVersion: main,
      Name: 'live',
      ...additional === undefined ? {} : { RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: additional, FunctionWeight: 0.1 }] } },
    }),
  }, { Parameters: { Chosen: { Type: 'String' } } }), [aliasRouting]);

  test('is found where it stands, with the way out', () => {
    expect(told({ Ref: 'Ver' })).toMatchObject([{
      logicalId: 'Alias',
      property: 'FunctionVersion',
      value: 'the ARN of S.Ver',
      message: '`FunctionVersion` must be 1 to 1024 characters: a version number or `$LATEST`, never an alias, got: the ARN of S.Ver. ' +
        `Lambda refuses anything else: the deployment fails. ${BY_ARN}`,
    }]);
    expect(told({ 'Fn::GetAtt': ['Ver', 'Version'] }, { Ref: 'Ver' })).toMatchObject([{
      property: WEIGHTS,
      value: 'the ARN of S.Ver',
      message: '`' + WEIGHTS + '` must be 1 to 1024 characters: a version number, never `$LATEST`, got: the ARN of S.Ver. ' +
        `Lambda refuses anything else: the deployment fails. ${BY_ARN}`,
    }]);
  });

  test.each<[string, unknown, string, string]>([
    ['a version by its ARN', { 'Fn::GetAtt': ['Ver', 'FunctionArn'] }, 'the ARN of S.Ver', BY_ARN],
    ['a version by its literal ARN', `${WORK}:1`, `"${WORK}:1"`, BY_ARN],
    ['a version by an ARN with parts', { 'Fn::Sub': 'arn:aws:lambda:eu-west-1:123456789012:function:${Fn}:1' }, '"arn:aws:lambda:eu-west-1:123456789012:function:${S.Fn.Name}:1"', BY_ARN],
    ['a function by its ARN', { 'Fn::GetAtt': ['Fn', 'Arn'] }, 'the ARN of S.Fn', USUAL],
    ['a function by its name', { Ref: 'Fn' }, 'the name of S.Fn', USUAL],
    ['an alias by reference', { Ref: 'Other' }, 'the ARN of S.Other', BY_ALIAS],
    ['an alias by the last part of its ARN', { 'Fn::Select': [7, { 'Fn::Split': [':', { Ref: 'Other' }] }] }, 'the name of S.Other', BY_ALIAS],
    ['an alias by name', 'prod', '"prod"', BY_ALIAS],
    ['a version with a prefix', { 'Fn::Sub': 'versions/${Ver.Version}' }, '"versions/${S.Ver.Version}"', USUAL],
    ['nothing', '', '""', USUAL],
    ['a decimal', '1.5', '"1.5"', USUAL],
  ])('may be %s', (_, version, value, remedy) => {
    expect(told(version)).toMatchObject([{ property: 'FunctionVersion', value, message: expect.stringContaining(`the deployment fails. ${remedy}`) }]);
  });

  test.each<[string, unknown]>([
    ['the number of a version of the app', { 'Fn::GetAtt': ['Ver', 'Version'] }],
    ['that number in a text', { 'Fn::Sub': '${Ver.Version}' }],
    ['a parameter', { Ref: 'Chosen' }],
    ['what only the deployment knows', { 'Fn::ImportValue': 'version' }],
    ['a number', 12],
    ['the name of a function that is named by digits', { Ref: 'Named' }],
  ])('is not %s', (_, version) => {
    expect(told(version)).toEqual([]);
    expect(told('1', version)).toEqual([]);
  });
});

describe('weights beside provisioned concurrency', () => {
  const told = (weight: unknown, provisioned: unknown = { ProvisionedConcurrentExecutions: 5 }) => findings(resources({
    Fn: FN,
    Alias: resource('Lambda::Alias', {
      FunctionName: { Ref: 'Fn' },
      FunctionVersion: '1',
      Name: 'live',
      RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: '2', FunctionWeight: weight }] },
      ProvisionedConcurrencyConfig: provisioned,
    }),
  }, { Parameters: { Chosen: { Type: 'Number' } }, Conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'Chosen' }, '1'] } } }), [aliasRouting]);

  test.each<[unknown, string]>([
    [undefined, '5'],
    [{ ProvisionedConcurrentExecutions: { Ref: 'Chosen' } }, 'a number'],
  ])('are found with %j', (provisioned, number) => {
    expect(told(0.1, provisioned)).toMatchObject([{
      property: 'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions',
      value: `${number} beside \`RoutingConfig.AdditionalVersionWeights\``,
      message: '`ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions` must be left out for an alias with additional versions, ' +
        `got: ${number} beside \`RoutingConfig.AdditionalVersionWeights\`. Lambda refuses it: "Alias with weights can not be used with Provisioned Concurrency". ` +
        'Leave out `additionalVersions`, or the provisioned concurrency.',
    }]);
  });

  test.each<[string, unknown, unknown]>([
    ['a weight of 0', 0, { ProvisionedConcurrentExecutions: 5 }],
    ['a weight that only the deployment knows', { Ref: 'Chosen' }, { ProvisionedConcurrentExecutions: 5 }],
    ['provisioned concurrency under a condition', 0.1, { 'Fn::If': ['Maybe', { ProvisionedConcurrentExecutions: 5 }, { Ref: 'AWS::NoValue' }] }],
    ['no provisioned concurrency', 0.1, { Ref: 'AWS::NoValue' }],
  ])('are not %s', (_, weight, provisioned) => {
    expect(told(weight, provisioned)).toEqual([]);
  });
});

test('a version of another stack is found by its ARN, and not by its number', () => {
  const pointing = (version: (own: lambda.CfnVersion) => string) => checkedApp(app => {
    const fn = functionIn(new Stack(app, 'Code', { env: ENV }), 'Fn', { functionName: 'orders' });
    const published = fn.currentVersion.node.defaultChild as lambda.CfnVersion;
    new lambda.CfnAlias(new Stack(app, 'S', { env: ENV }), 'Alias', { name: 'live', functionName: 'orders', functionVersion: version(published) });
  });

  expect(of('AliasRouting', pointing(({ ref }) => ref))).toMatchObject([{ path: 'S/Alias', value: 'the ARN of Code/Fn/CurrentVersion' }]);
  expect(of('AliasRouting', pointing(({ attrVersion }) => attrVersion))).toEqual([]);
});
