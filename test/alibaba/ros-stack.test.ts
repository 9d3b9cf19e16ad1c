import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotations, App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { errorOf, fcFunction, rosStack, synthesized, templateOf, warningsOf } from './fixture';
import { alibaba } from '../../lib';

function app(): App {
  return new App({ outdir: mkdtempSync(join(tmpdir(), 'ros-')) });
}

describe('a ROS stack beside one of AWS', () => {
  function mixed(withRos: boolean): App {
    const both = app();
    new sqs.Queue(new Stack(both, 'Aws'), 'Queue');
    if (withRos) {
      fcFunction(new alibaba.RosStack(both, 'Ros'));
    }
    return both;
  }

  test('is written as a template and a script', () => {
    expect(readdirSync(mixed(true).synth().directory)).toEqual(expect.arrayContaining(['Aws.template.json', 'Ros.ros.json', 'Ros.ros.sh']));
  });

  test('leaves the manifest as it would be without it', () => {
    const manifest = (withRos: boolean) => JSON.parse(readFileSync(join(mixed(withRos).synth().directory, 'manifest.json'), 'utf8'));

    expect(manifest(true)).toEqual(manifest(false));
  });

  test('leaves the template as it would be without it', () => {
    const template = (withRos: boolean) => mixed(withRos).synth().getStackByName('Aws').template;

    expect(template(true)).toEqual(template(false));
  });

  test('is known by names that no stack of AWS has', () => {
    const stack = rosStack();

    expect([stack.rosTemplateFile, stack.rosScriptFile]).toEqual(['Ros.ros.json', 'Ros.ros.sh']);
  });
});

test('a ROS stack alone is an app', () => {
  const stack = rosStack({ description: 'Orders of the shop' });
  fcFunction(stack, 'Fn', { FunctionName: 'orders' });

  expect(templateOf(stack)).toEqual({
    ROSTemplateFormatVersion: '2015-09-01',
    Description: 'Orders of the shop',
    Resources: { Fn: { Type: 'ALIYUN::FC3::Function', Properties: { FunctionName: 'orders' } } },
  });
});

test('a ROS stack in a Stage is written into its assembly, whatever the environment of AWS', () => {
  const stage = new Stage(app(), 'Prod', { env: { account: '111111111111', region: 'eu-west-1' } });
  const stack = new alibaba.RosStack(stage, 'Ros');
  fcFunction(stack, 'Fn', { Tags: [{ Key: 'region', Value: stack.region }, { Key: 'account', Value: stack.account }] });

  expect(templateOf(stack).Resources.Fn.Properties.Tags.map((tag: any) => tag.Value)).toEqual([{ Ref: 'ALIYUN::Region' }, { Ref: 'ALIYUN::TenantId' }]);
  expect(existsSync(join(synthesized(stack), stack.rosTemplateFile))).toBe(true);
  expect(synthesized(stack)).toMatch(/assembly-Prod$/);
});

test('a stack of AWS below a ROS stack is one of AWS', () => {
  const stack = rosStack();
  const aws = new Stack(stack, 'Aws');
  const queue = new sqs.Queue(aws, 'Queue');
  Annotations.of(queue).addWarning('of AWS');
  Annotations.of(queue).addError('of AWS');

  expect(warningsOf(stack)).toEqual([]);
  expect(templateOf(stack).Resources).toEqual({});
  Template.fromStack(aws).resourceCountIs('AWS::SQS::Queue', 1);
});

test('a ROS stack below a ROS stack has a template of its own', () => {
  const stack = rosStack();
  const inner = new alibaba.RosStack(stack, 'Inner');
  fcFunction(stack, 'Outer');
  fcFunction(inner, 'Fn');

  expect([stack, inner].map(each => Object.keys(templateOf(each).Resources))).toEqual([['Outer'], ['Fn']]);
});

test('a ROS stack has nothing to report to AWS', () => {
  const stack = new alibaba.RosStack(new App({ analyticsReporting: true, outdir: app().outdir }), 'Ros');

  expect(templateOf(stack).Resources).toEqual({});
});

test('a ROS stack that knows its place says it', () => {
  const { region, account } = rosStack({ region: 'cn-hangzhou', account: '1234567890123456' });

  expect({ region, account }).toEqual({ region: 'cn-hangzhou', account: '1234567890123456' });
});

test('a ROS stack may be where another one is, though nobody knows yet', () => {
  const one = rosStack();
  const { region, account } = new alibaba.RosStack(one.node.root as App, 'Other', { region: one.region, account: one.account });

  expect({ region, account }).toEqual({ region: alibaba.Aliyun.REGION, account: alibaba.Aliyun.TENANT_ID });
});

test('a place that cannot be is refused', () => {
  expect(errorOf(() => rosStack({ region: 'Hangzhou', account: 'ops' }))).toBe(
    '`region` must be 4 to 64 characters: a Region of Alibaba Cloud, e.g. cn-hangzhou or eu-central-1, got: "Hangzhou" [Ros]\n'
    + '`account` must be 1 to 32 characters: digits, the ID of the Alibaba Cloud account, got: "ops" [Ros]',
  );
});

test('the same app gives the same bytes', () => {
  const bytes = () => {
    const stack = rosStack();
    new alibaba.AsyncInvokeConfig(stack, 'Config', { functionName: fcFunction(stack).getAtt('FunctionName'), onFailure: alibaba.Destination.queue('q') });
    const directory = synthesized(stack);
    return [stack.rosTemplateFile, stack.rosScriptFile].map(file => readFileSync(join(directory, file), 'utf8'));
  };

  expect(bytes()).toEqual(bytes());
});
