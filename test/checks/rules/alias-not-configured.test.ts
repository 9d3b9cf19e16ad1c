import { CfnParameter, CustomResource, aws_lambda_event_sources as sources, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/alias-not-configured';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, invokedByRule, liveAlias, of } from '../checked-apps';

test('AliasNotConfigured is found', () => {
  const found = checked(example.found);
  expect(of('AliasNotConfigured', found)).toEqual([
    {
      id: 'AliasNotConfigured',
      severity: 'warning',
      path: 'S/Live/Resource',
      property: 'Name',
      value: 'S/Fn:live, which S/Rule invokes',
      message: '`Name` must belong to an alias or version that has its own config, got: S/Fn:live, which S/Rule invokes. Lambda never falls back to the config of another qualifier: this one\'s events get 2 retries within 6 hours, and no destination. Give the alias or version its own config, e.g. with `alias.configureAsyncInvoke` or an `AsyncInvokeConfig`, or call the qualifier that has one.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['an alias with its own config', example.innocent],
    ['an alias that is not invoked', stack => {
      liveAlias(functionIn(stack, 'Fn', { retryAttempts: 0 }));
    }],
    ['an alias that is read for, which is synchronous', stack => {
      const alias = liveAlias(functionIn(stack, 'Fn', { retryAttempts: 0 }));
      alias.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue')));
    }],
    ['a function of which no qualifier has a config', stack => {
      invokedByRule(liveAlias(functionIn(stack, 'Fn')));
    }],
    ['a rule that is switched off', stack => {
      invokedByRule(liveAlias(functionIn(stack, 'Fn', { retryAttempts: 0 })), {}, { enabled: false });
    }],
    ['a config whose qualifier only the deployment knows', stack => {
      const fn = functionIn(stack, 'Fn', { retryAttempts: 0 });
      configure(fn, 'Config', { qualifier: new CfnParameter(stack, 'Qualifier').valueAsString, maximumRetryAttempts: 0 });
      invokedByRule(liveAlias(fn));
    }],
    ['a custom resource that may put the config', stack => {
      const fn = functionIn(stack, 'Fn', { retryAttempts: 0 });
      const alias = liveAlias(fn);
      new CustomResource(stack, 'Custom', { serviceToken: functionIn(stack, 'Provider').functionArn, properties: { Function: alias.functionArn } });
      invokedByRule(alias);
    }],
  ])('%s', (_, build) => {
    expect(of('AliasNotConfigured', checked(build))).toEqual([]);
  });
});
