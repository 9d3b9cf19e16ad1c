import { App, Aspects, NestedStack, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AsyncAlias, AsyncInvokeConfig } from '../../../lib';
import { chainConfigs } from '../../../lib/aws/config/chain';
import { agnosticStack, concreteStack, configs, fn, HERE } from '../fixture';

/** For which configs each config waits. */
function chain(stack: Stack): Record<string, string[]> {
  const all = configs(stack);
  return Object.fromEntries(Object.entries(all).map(([id, { DependsOn = [] }]) => [id, DependsOn.filter(other => other in all)]));
}

describe('configs of one function', () => {
  test('wait for each other in the order of the tree', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    new AsyncInvokeConfig(stack, 'Latest', { function: made, retryAttempts: 0 });
    new AsyncInvokeConfig(stack, 'Live', { function: made.addAlias('live'), retryAttempts: 0 });
    new AsyncInvokeConfig(stack, 'Version', { function: made.currentVersion, retryAttempts: 0 });

    expect(chain(stack)).toEqual({ LatestFCBCD667: [], Live848578DF: ['LatestFCBCD667'], Version6A868472: ['Live848578DF'] });
  });

  test('wait for configs of aws-cdk-lib', () => {
    const stack = agnosticStack();
    const made = fn(stack, 'Fn', { retryAttempts: 1 });
    made.addAlias('blue', { retryAttempts: 1 });
    new lambda.CfnEventInvokeConfig(stack, 'Plain', { functionName: made.functionArn, qualifier: '7' });
    new AsyncInvokeConfig(stack, 'Ours', { function: made.addAlias('green'), retryAttempts: 0 });

    expect(chain(stack)).toEqual({
      FnEventInvokeConfig6834F094: [],
      FnAliasblueEventInvokeConfig81F1F376: ['FnEventInvokeConfig6834F094'],
      Plain: ['FnAliasblueEventInvokeConfig81F1F376'],
      OursE5FAB774: ['Plain'],
    });
  });

  test('wait for each other however the function is named', () => {
    const stack = concreteStack();
    const made = fn(stack, 'Fn', { functionName: 'orders' });
    new AsyncInvokeConfig(stack, 'Latest', { function: made, retryAttempts: 0 });
    new AsyncInvokeConfig(stack, 'Live', { function: lambda.Function.fromFunctionArn(stack, 'Imported', `arn:aws:lambda:${HERE.region}:${HERE.account}:function:orders:live`), retryAttempts: 0 });

    expect(Object.values(chain(stack))).toEqual([[], ['LatestFCBCD667']]);
  });

  test('form the same chain in a second synth', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    new AsyncAlias(stack, 'Live', { function: fn(stack) });
    const template = () => app.synth({ force: true }).getStackByName('Stack').template;

    const [first, second] = [template(), template()];

    expect(second).toEqual(first);
  });

  test('wait once although the app has several chains', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    new AsyncInvokeConfig(stack, 'Latest', { function: made, retryAttempts: 0 });
    new AsyncInvokeConfig(stack, 'Live', { function: made.addAlias('live'), retryAttempts: 0 });
    chainConfigs(stack);
    chainConfigs(stack);

    expect(Aspects.of(stack).all).toHaveLength(1);
    expect(Object.values(chain(stack))).toEqual([[], ['LatestFCBCD667']]);
  });
});

describe('a config does not wait', () => {
  test('for a config of another function', () => {
    const stack = agnosticStack();
    new AsyncInvokeConfig(stack, 'One', { function: fn(stack, 'A'), retryAttempts: 0 });
    new AsyncInvokeConfig(stack, 'Other', { function: fn(stack, 'B'), retryAttempts: 0 });

    expect(Object.values(chain(stack))).toEqual([[], []]);
  });

  test('for a config of another stack, which would make the stacks dependent', () => {
    const app = new App();
    const [home, away] = ['Home', 'Away'].map(id => new Stack(app, id));
    const made = fn(home);
    new AsyncInvokeConfig(home, 'Latest', { function: made, retryAttempts: 0 });
    new AsyncInvokeConfig(away, 'Version', { function: lambda.Version.fromVersionAttributes(away, 'Seven', { lambda: made, version: '7' }), retryAttempts: 0 });

    expect([home, away].map(stack => Object.values(chain(stack)))).toEqual([[[]], [[]]]);
    expect(home.dependencies).toEqual([]);
  });

  test('for a config of a nested stack', () => {
    const stack = agnosticStack();
    const nested = new NestedStack(stack, 'Nested');
    const made = fn(stack);
    new AsyncInvokeConfig(nested, 'Latest', { function: made, retryAttempts: 0 });
    new AsyncInvokeConfig(stack, 'Live', { function: made.addAlias('live'), retryAttempts: 0 });

    expect([stack, nested].map(each => Object.values(configs(each)).map(({ DependsOn }) => DependsOn))).toEqual([[['FnAliaslive17DB7803']], [undefined]]);
  });
});
