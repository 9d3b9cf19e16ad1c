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

describe('a ROS stack beside an AWS stack', () => {
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

  test('does not change the manifest', () => {
    const manifest = (withRos: boolean) => JSON.parse(readFileSync(join(mixed(withRos).synth().directory, 'manifest.json'), 'utf8'));

    expect(manifest(true)).toEqual(manifest(false));
  });

  test('does not change the template of the AWS stack', () => {
    const template = (withRos: boolean) => mixed(withRos).synth().getStackByName('Aws').template;

    expect(template(true)).toEqual(template(false));
  });

  test('has file names of its own', () => {
    const stack = rosStack();

    expect([stack.rosTemplateFile, stack.rosScriptFile]).toEqual(['Ros.ros.json', 'Ros.ros.sh']);
  });
});

test('writes a ROS stack without any AWS stack', () => {
  const stack = rosStack({ description: 'Orders of the shop' });
  fcFunction(stack, 'Fn', { FunctionName: 'orders' });

  expect(templateOf(stack)).toEqual({
    ROSTemplateFormatVersion: '2015-09-01',
    Description: 'Orders of the shop',
    Resources: { Fn: { Type: 'ALIYUN::FC3::Function', Properties: { FunctionName: 'orders' } } },
  });
});

test('writes a ROS stack in a Stage into the assembly of the Stage, and ignores its AWS environment', () => {
  const stage = new Stage(app(), 'Prod', { env: { account: '111111111111', region: 'eu-west-1' } });
  const stack = new alibaba.RosStack(stage, 'Ros');
  fcFunction(stack, 'Fn', { Tags: [{ Key: 'region', Value: stack.region }, { Key: 'account', Value: stack.account }] });

  expect(templateOf(stack).Resources.Fn.Properties.Tags.map((tag: any) => tag.Value)).toEqual([{ Ref: 'ALIYUN::Region' }, { Ref: 'ALIYUN::TenantId' }]);
  expect(existsSync(join(synthesized(stack), stack.rosTemplateFile))).toBe(true);
  expect(synthesized(stack)).toMatch(/assembly-Prod$/);
});

test('leaves an AWS stack below a ROS stack to AWS', () => {
  const stack = rosStack();
  const aws = new Stack(stack, 'Aws');
  const queue = new sqs.Queue(aws, 'Queue');
  Annotations.of(queue).addWarning('of AWS');
  Annotations.of(queue).addError('of AWS');

  expect(warningsOf(stack)).toEqual([]);
  expect(templateOf(stack).Resources).toEqual({});
  Template.fromStack(aws).resourceCountIs('AWS::SQS::Queue', 1);
});

test('writes a template for a ROS stack below a ROS stack', () => {
  const stack = rosStack();
  const inner = new alibaba.RosStack(stack, 'Inner');
  fcFunction(stack, 'Outer');
  fcFunction(inner, 'Fn');

  expect([stack, inner].map(each => Object.keys(templateOf(each).Resources))).toEqual([['Outer'], ['Fn']]);
});

test('sends no analytics to AWS', () => {
  const stack = new alibaba.RosStack(new App({ analyticsReporting: true, outdir: app().outdir }), 'Ros');

  expect(templateOf(stack).Resources).toEqual({});
});

test('returns its Region and account', () => {
  const { region, account } = rosStack({ region: 'cn-hangzhou', account: '1234567890123456' });

  expect({ region, account }).toEqual({ region: 'cn-hangzhou', account: '1234567890123456' });
});

test('accepts the Region and account of another ROS stack', () => {
  const one = rosStack();
  const { region, account } = new alibaba.RosStack(one.node.root as App, 'Other', { region: one.region, account: one.account });

  expect({ region, account }).toEqual({ region: alibaba.Aliyun.REGION, account: alibaba.Aliyun.TENANT_ID });
});

test('refuses a malformed Region and account', () => {
  expect(errorOf(() => rosStack({ region: 'Hangzhou', account: 'ops' }))).toBe(
    '`region` must be 4 to 64 characters: a Region of Alibaba Cloud, e.g. cn-hangzhou or eu-central-1, got: "Hangzhou" [Ros]\n'
    + '`account` must be 1 to 32 characters: digits, the ID of the Alibaba Cloud account, got: "ops" [Ros]',
  );
});

test('writes the same bytes for the same app', () => {
  const bytes = () => {
    const stack = rosStack();
    new alibaba.AsyncInvokeConfig(stack, 'Config', { functionName: fcFunction(stack).getAtt('FunctionName'), onFailure: alibaba.Destination.queue('q') });
    const directory = synthesized(stack);
    return [stack.rosTemplateFile, stack.rosScriptFile].map(file => readFileSync(join(directory, file), 'utf8'));
  };

  expect(bytes()).toEqual(bytes());
});
