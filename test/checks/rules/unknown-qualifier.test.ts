import { CfnParameter, CustomResource, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { findings } from '../../../lib/checks';
import { unknownQualifier } from '../../../lib/checks/rules/unknown-qualifier';
import { RESOURCE_TYPE } from '../../../lib/contract/custom-resource';
import * as example from '../../../pages/rules/examples/unknown-qualifier';
import { functionIn } from '../../topology/synthesized';
import { resource, resources } from '../../topology/templates';
import { checked, configure, liveAlias, of } from '../checked-apps';
import { MAYBE } from '../small-templates';

test('UnknownQualifier is found', () => {
  const found = checked(example.found);
  expect(of('UnknownQualifier', found)).toEqual([
    {
      id: 'UnknownQualifier',
      severity: 'error',
      path: 'S/Config',
      property: 'Qualifier',
      value: '"prod"',
      message: '`Qualifier` must be `$LATEST`, or a version or alias that the function has, got: "prod". Lambda refuses the config: "The function doesn\'t exist." Refer to an alias or version of the function by its construct: then it exists, and is created first.',
    },
  ]);
});

describe('a qualifier of another form', () => {
  const value = (qualifier: (fn: lambda.Function) => string) => of('UnknownQualifier', checked(stack => {
    const fn = functionIn(stack, 'Fn');
    configure(fn, 'Config', { qualifier: qualifier(fn), maximumRetryAttempts: 0 });
  })).map(finding => finding.value);

  test('is found', () => {
    const found = checked(stack => {
      const fn = functionIn(stack, 'Fn');
      configure(fn, 'Config', { qualifier: liveAlias(fn).functionArn, maximumRetryAttempts: 0 });
    });
    expect(of('UnknownQualifier', found)).toEqual([
      {
        id: 'UnknownQualifier',
        severity: 'error',
        path: 'S/Config',
        property: 'Qualifier',
        value: 'the ARN of S/Live',
        message: '`Qualifier` must be 1 to 128 characters: `$LATEST`, `$LATEST.PUBLISHED`, a version number, or an alias name of letters, digits, hyphens and underscores, got: the ARN of S/Live. Lambda refuses the config: the deployment fails. Write `alias.aliasName` or `version.version`: a `Ref` of either yields its ARN.',
      },
    ]);
  });

  test.each<[string, (fn: lambda.Function) => string]>([
    ['the ARN of the function', fn => fn.functionArn],
    ['a misspelled `$LATEST`', () => '$LATES'],
  ])('that is %s is answered with what a qualifier is', (_, qualifier) => {
    const found = checked(stack => {
      const fn = functionIn(stack, 'Fn');
      configure(fn, 'Config', { qualifier: qualifier(fn), maximumRetryAttempts: 0 });
    });
    expect(of('UnknownQualifier', found)).toMatchObject([{ message: expect.stringMatching(/fails\. Write `\$LATEST`, the number of a version or the name of an alias\.$/) }]);
  });

  test.each<[string, (fn: lambda.Function) => string, string]>([
    ['the ARN of a version', fn => fn.currentVersion.functionArn, 'the ARN of S/Fn/CurrentVersion'],
    ['the ARN of the function', fn => fn.functionArn, 'the ARN of S/Fn'],
    ['nothing', () => '', '""'],
    ['a misspelled `$LATEST`', () => '$LATES', '"$LATES"'],
    ['a name with other characters', () => 'live!', '"live!"'],
    ['a name that is too long', () => 'a'.repeat(129), `"${'a'.repeat(100)}"… (129 characters)`],
  ])('may be %s', (_, qualifier, found) => {
    expect(value(qualifier)).toEqual([found]);
  });
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['an alias of the function', stack => {
      const fn = functionIn(stack, 'Fn');
      configure(fn, 'Config', { qualifier: liveAlias(fn).aliasName, maximumRetryAttempts: 0 });
    }],
    ['an alias of the function by its name', example.innocent],
    ['`$LATEST`', stack => {
      configure(functionIn(stack, 'Fn'), 'Config', { maximumRetryAttempts: 0 });
    }],
    ['a version by its construct', stack => {
      const fn = functionIn(stack, 'Fn');
      configure(fn, 'Config', { qualifier: fn.currentVersion.version, maximumRetryAttempts: 0 });
    }],
    ['the longest name that an alias can have', stack => {
      const fn = functionIn(stack, 'Fn');
      const aliasName = 'a'.repeat(128);
      liveAlias(fn, { aliasName });
      configure(fn, 'Config', { qualifier: aliasName, maximumRetryAttempts: 0 });
    }],
    ['`$LATEST.PUBLISHED`', stack => {
      configure(functionIn(stack, 'Fn'), 'Config', { qualifier: '$LATEST.PUBLISHED', maximumRetryAttempts: 0 });
    }],
    ['a number, which may have been published by hand', stack => {
      configure(functionIn(stack, 'Fn'), 'Config', { qualifier: '7', maximumRetryAttempts: 0 });
    }],
    ['an imported function, which may have any alias', stack => {
      configure(lambda.Function.fromFunctionName(stack, 'Fn', 'orders'), 'Config', { qualifier: 'prod', maximumRetryAttempts: 0 });
    }],
    ['an alias whose name only the deployment knows', stack => {
      const fn = functionIn(stack, 'Fn');
      liveAlias(fn, { aliasName: new CfnParameter(stack, 'Stage').valueAsString });
      configure(fn, 'Config', { qualifier: 'prod', maximumRetryAttempts: 0 });
    }],
    ['a custom resource that may create it', stack => {
      const fn = functionIn(stack, 'Fn');
      const custom = new CustomResource(stack, 'Custom', { serviceToken: functionIn(stack, 'Provider').functionArn });
      configure(fn, 'Config', { qualifier: 'prod', maximumRetryAttempts: 0 }).node.addDependency(custom);
    }],
  ])('%s', (_, build) => {
    expect(of('UnknownQualifier', checked(build))).toEqual([]);
  });
});

describe('the qualifier itself', () => {
  const told = (properties: object, declared: Record<string, unknown> = {}, type = 'AWS::Lambda::EventInvokeConfig') => {
    const topology = resources({
      Fn: resource('Lambda::Function', { FunctionName: 'orders' }),
      Ver: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }),
      Next: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }),
      Live: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
      Prod: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: { Ref: 'Stage' } }),
      Beta: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: { Ref: 'Stage' } }),
      ...declared,
      Config: { Type: type, Properties: { MaximumRetryAttempts: 0, ...properties } },
    }, { ...MAYBE, Parameters: { Stage: { Type: 'String' } } });
    return findings(topology, [unknownQualifier]);
  };
  const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
  const nameOf = (alias: string) => ({ 'Fn::Select': [7, { 'Fn::Split': [':', { Ref: alias }] }] });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['`AWS::NoValue`', { Ref: 'AWS::NoValue' }],
  ])('may not be %s, also if the function is named with one', (_, Qualifier) => {
    for (const FunctionName of ['orders', 'orders:live', `${ARN}:live`, { Ref: 'Fn' }, { Ref: 'Live' }, { Ref: 'Stage' }]) {
      expect(told({ FunctionName, ...Qualifier === undefined ? {} : { Qualifier } })).toMatchObject([{
        logicalId: 'Config',
        property: 'Qualifier',
        value: 'nothing',
        message: '`Qualifier` must be given, also for `$LATEST`, got: nothing. CloudFormation requires it: the deployment fails. Write `$LATEST`, or the alias or version that callers invoke.',
      }]);
    }
  });

  test('may not differ from that of the function', () => {
    expect(told({ FunctionName: `${ARN}:live`, Qualifier: '$LATEST' })).toMatchObject([{
      logicalId: 'Config',
      property: 'Qualifier',
      value: '"$LATEST" for S.Fn:live',
      message: '`Qualifier` must equal the qualifier in `FunctionName`, got: "$LATEST" for S.Fn:live. ' +
        'Lambda refuses the config: "The derived qualifier from the function name does not match the specified qualifier." ' +
        'Name the function without a qualifier, e.g. by `fn.functionName`.',
    }]);
  });

  test.each<[string, unknown, unknown, string]>([
    ['a name with another alias', 'orders:live', 'prod', '"prod" for S.Fn:live'],
    ['a partial ARN with another version', '123456789012:function:orders:1', '2', '"2" for S.Fn:1'],
    ['an imported function', 'arn:aws:lambda:eu-west-1:123456789012:function:bills:1', '2', '"2" for arn:aws:lambda:eu-west-1:123456789012:function:bills:1'],
    ['the ARN of an alias of the app', { Ref: 'Live' }, '$LATEST', '"$LATEST" for S.Fn:live'],
    ['the ARN of an alias with an open name', { Ref: 'Prod' }, '$LATEST', '"$LATEST" for S.Fn:S.Prod'],
    ['the ARN of an alias with an open name, and a number', { Ref: 'Prod' }, '1', '"1" for S.Fn:S.Prod'],
    ['the ARN of a version of the app', { Ref: 'Ver' }, '$LATEST', '"$LATEST" for S.Fn:S.Ver'],
    ['the ARN of a version, and the name of an alias', { Ref: 'Ver' }, nameOf('Prod'), 'S.Prod for S.Fn:S.Ver'],
    ['the ARN of an alias, and the number of a version', { Ref: 'Live' }, { 'Fn::GetAtt': ['Ver', 'Version'] }, 'S.Ver for S.Fn:live'],
  ])('is found beside %s', (_, FunctionName, Qualifier, value) => {
    expect(told({ FunctionName, Qualifier })).toMatchObject([{ property: 'Qualifier', value, message: expect.stringContaining('must equal the qualifier in `FunctionName`') }]);
  });

  test.each<[string, unknown, string]>([
    ['the ARN of the alias that the function is named by', { Ref: 'Live' }, 'the ARN of S.Live'],
    ['a composed ARN', { 'Fn::Sub': 'arn:aws:lambda:eu-west-1:123456789012:function:${Fn}:live' }, '"arn:aws:lambda:eu-west-1:123456789012:function:${S.Fn.Name}:live"'],
  ])('may not be %s', (_, Qualifier, value) => {
    expect(told({ FunctionName: { Ref: 'Live' }, Qualifier })).toMatchObject([{ value, message: expect.stringContaining('must be 1 to 128 characters') }]);
  });

  test.each<[string, unknown, unknown]>([
    ['the same in both places', 'orders:live', 'live'],
    ['the same alias by reference', { Ref: 'Live' }, 'live'],
    ['the same version by reference', { Ref: 'Ver' }, { 'Fn::GetAtt': ['Ver', 'Version'] }],
    ['the same alias, with an open name', { Ref: 'Prod' }, { Ref: 'Stage' }],
    ['an alias with an open name, which may be that one', { Ref: 'Prod' }, 'live'],
    ['a version of the app, which may have that number', { Ref: 'Ver' }, '1'],
    ['two versions of the app, of which only one may be new', { Ref: 'Ver' }, { 'Fn::GetAtt': ['Next', 'Version'] }],
    ['two aliases with open names', { Ref: 'Prod' }, nameOf('Beta')],
    ['an open qualifier', 'orders:live', { Ref: 'Stage' }],
    ['a qualifier under a condition', 'orders', { 'Fn::If': ['Maybe', '$LATEST', { Ref: 'AWS::NoValue' }] }],
    ['a function that only the deployment knows', { Ref: 'Stage' }, '$LATEST'],
  ])('may be %s', (_, FunctionName, Qualifier) => {
    expect(told({ FunctionName, Qualifier })).toEqual([]);
  });

  test('may be left out of a config by API, whose function names it', () => {
    expect(told({ ServiceToken: ARN, FunctionName: 'orders:live', OnFailure: '' }, {}, RESOURCE_TYPE.asyncInvokeConfig)).toEqual([]);
  });

  test('of the config that aws-cdk-lib makes for an alias is that of `$LATEST` unless it is given', () => {
    const found = checked(stack => {
      new lambda.EventInvokeConfig(stack, 'Config', { function: liveAlias(functionIn(stack, 'Fn')), retryAttempts: 0 });
    });
    expect(of('UnknownQualifier', found)).toMatchObject([{ value: '"$LATEST" for S/Fn:live' }]);
  });
});
