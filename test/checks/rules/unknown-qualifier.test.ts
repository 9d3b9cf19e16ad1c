import { CfnParameter, CustomResource, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, liveAlias, of } from '../checked-apps';

test('UnknownQualifier is found', () => {
  const found = checked(stack => {
    const fn = functionIn(stack, 'Fn');
    liveAlias(fn);
    configure(fn, 'Config', { qualifier: 'prod', maximumRetryAttempts: 0 });
  });
  expect(of('UnknownQualifier', found)).toEqual([
    {
      id: 'UnknownQualifier',
      severity: 'error',
      path: 'S/Config',
      property: 'Qualifier',
      value: '"prod"',
      message: '`Qualifier` must be `$LATEST`, or a version or alias that the function has, got: "prod". Lambda refuses the config: "The function doesn\'t exist." Refer to the alias or version by its construct, so that it is created first.',
    },
  ]);
});

test.each(['$latest', '$PUBLISHED', 'v1.2'])('nothing is called %s', qualifier => {
  const found = checked(stack => void configure(functionIn(stack, 'Fn'), 'Config', { qualifier, maximumRetryAttempts: 0 }));
  expect(of('UnknownQualifier', found)).toMatchObject([{ value: `"${qualifier}"` }]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['an alias of the function', stack => {
      const fn = functionIn(stack, 'Fn');
      configure(fn, 'Config', { qualifier: liveAlias(fn).aliasName, maximumRetryAttempts: 0 });
    }],
    ['an alias of the function by its name', stack => {
      const fn = functionIn(stack, 'Fn');
      liveAlias(fn);
      configure(fn, 'Config', { qualifier: 'live', maximumRetryAttempts: 0 });
    }],
    ['`$LATEST`', stack => {
      configure(functionIn(stack, 'Fn'), 'Config', { maximumRetryAttempts: 0 });
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
