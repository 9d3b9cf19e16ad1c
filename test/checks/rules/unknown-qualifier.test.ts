import { CfnParameter, CustomResource, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/unknown-qualifier';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, liveAlias, of } from '../checked-apps';

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
