import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnParameter, Stack, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { errorOf, fcFunction, HERE } from './fixture';
import { alibaba } from '../../lib';

const MESSAGE = (got: string) => `\`functionName\` must be configured once, got: ${got}. `
  + 'Function Compute keeps one config for each qualifier: the later one overwrites the earlier, and deleting either deletes both. Remove all but one.';

let app: App;
beforeEach(() => {
  app = new App({ outdir: mkdtempSync(join(tmpdir(), 'ros-')) });
});

function ros(scope: Construct = app, id = 'Ros', place: alibaba.RosStackProps = HERE): alibaba.RosStack {
  return new alibaba.RosStack(scope, id, place);
}

function configured(stack: alibaba.RosStack, functionName = 'orders', id = 'Config'): void {
  new alibaba.AsyncInvokeConfig(stack, id, { functionName });
}

function deployed(functionName: string, qualifier?: string, stack = new Stack(app, 'Aws')): void {
  new alibaba.DeployTimeAsyncInvokeConfig(stack, 'Config', {
    ...HERE,
    functionName,
    qualifier,
    credentials: alibaba.Credentials.fromRole({ role: 'acs:ram::1234567890123456:role/deployer', oidcProvider: 'acs:ram::1234567890123456:oidc-provider/aws' }),
  });
}

describe('refuses two configs for one function', () => {
  test.each<[string, () => void, string]>([
    ['in two stacks', () => {
      configured(ros());
      configured(ros(app, 'Other'));
    }, 'Ros/Config and Other/Config for 1234567890123456/cn-hangzhou/orders:LATEST'],
    ['in two Stages', () => {
      configured(ros(new Stage(app, 'One')));
      configured(ros(new Stage(app, 'Two')));
    }, 'One/Ros/Config and Two/Ros/Config for 1234567890123456/cn-hangzhou/orders:LATEST'],
    ['in a stack of ROS and one of AWS', () => {
      configured(ros());
      deployed('orders');
    }, 'Ros/Config and Aws/Config for 1234567890123456/cn-hangzhou/orders:LATEST'],
    ['by its name and by its value', () => {
      const stack = ros();
      configured(stack, 'orders', 'One');
      configured(stack, fcFunction(stack, 'Fn', { FunctionName: 'orders' }).getAtt('FunctionName'), 'Two');
    }, 'Ros/One and Ros/Two for 1234567890123456/cn-hangzhou/orders:LATEST'],
    ['whose name only ROS knows, whoever made them', () => {
      const stack = ros();
      const fn = fcFunction(stack);
      configured(stack, fn.getAtt('FunctionName'), 'One');
      configured(stack, 'another', 'Another');
      new alibaba.RosResource(stack, 'Two', { type: 'ALIYUN::FC3::AsyncInvokeConfig', properties: { FunctionName: fn.ref } });
    }, 'Ros/One and Ros/Two for one function, which only the deployment of Ros knows'],
    ['whose place only ROS knows', () => {
      const stack = ros(app, 'Ros', {});
      configured(stack, 'orders', 'One');
      configured(stack, 'orders', 'Two');
    }, 'Ros/One and Ros/Two for one function, which only the deployment of Ros knows'],
  ])('%s', (_, declare, got) => {
    declare();

    expect(errorOf(() => app.synth())).toContain(MESSAGE(got));
  });

  test('as soon as their Stage is synthesized', () => {
    const stage = new Stage(app, 'Prod');
    configured(ros(stage, 'One'));
    configured(ros(stage, 'Two'));

    expect(errorOf(() => stage.synth())).toContain(MESSAGE('Prod/One/Config and Prod/Two/Config for 1234567890123456/cn-hangzhou/orders:LATEST'));
  });

  test('all at once', () => {
    ['One', 'Two', 'Three'].forEach(id => configured(ros(app, id)));

    expect(errorOf(() => app.synth())).toContain('One/Config and Two/Config and Three/Config for ');
  });
});

test.each<[string, () => void]>([
  ['another Region', () => configured(ros(app, 'Other', { ...HERE, region: 'cn-beijing' }))],
  ['another account', () => configured(ros(app, 'Other', { ...HERE, account: '2' }))],
  ['an account that only another deployment knows', () => configured(ros(app, 'Other', { region: HERE.region }))],
  ['another name', () => configured(ros(app, 'Other'), 'payments')],
  ['an alias', () => deployed('orders', 'live')],
])('accepts two configs in %s', (_, declareOther) => {
  configured(ros());
  declareOther();

  expect(() => app.synth()).not.toThrow();
});

test('treats a name that only the deployment knows as different in each stack', () => {
  for (const id of ['One', 'Two']) {
    const stack = new Stack(app, id);
    deployed(new CfnParameter(stack, 'Name').valueAsString, undefined, stack);
  }

  expect(() => app.synth()).not.toThrow();
});
