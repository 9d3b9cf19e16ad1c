import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fcFunction, rosStack, synthesized } from './fixture';
import { alibaba } from '../../lib';
import { deployScript } from '../../lib/alibaba/ros-script';

/** An Alibaba Cloud CLI that says, a line each, what it is given. */
const BIN = mkdtempSync(join(tmpdir(), 'aliyun-'));
writeFileSync(join(BIN, 'aliyun'), '#!/bin/sh\nfor argument in "$@"; do printf "%s\\0" "$argument"; done\n');
chmodSync(join(BIN, 'aliyun'), 0o755);

function run(stack: alibaba.RosStack, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync('sh', [join(synthesized(stack), stack.rosScriptFile), ...args], {
    encoding: 'utf8', cwd: tmpdir(), env: { PATH: `${BIN}${delimiter}${process.env.PATH}` },
  });
  return { status, command: stdout.split('\0').slice(0, -1), stderr };
}

function named(command: string[]): string[] {
  return command.map(argument => argument.startsWith('{') ? JSON.parse(argument).Resources.Fn.Properties.Text : argument);
}

describe('the script calls Alibaba Cloud CLI', () => {
  const stack = rosStack({ region: 'cn-hangzhou', stackName: 'Orders' });
  fcFunction(stack, 'Fn', { Text: 'the $template, `as` "it" \'is\'' });
  const TEMPLATE = ['--TemplateBody', 'the $template, `as` "it" \'is\''];

  test.each<[string[], string[]]>([
    [['validate'], ['ValidateTemplate', '--RegionId', 'cn-hangzhou', ...TEMPLATE]],
    [['create'], ['CreateStack', '--RegionId', 'cn-hangzhou', '--StackName', 'Orders', '--TimeoutInMinutes', '60', ...TEMPLATE]],
    [['update', 'id-1'],
      ['UpdateStack', '--RegionId', 'cn-hangzhou', '--StackId', 'id-1', '--ReplacementOption', 'Enabled', '--TimeoutInMinutes', '60', ...TEMPLATE]],
    [['delete', 'id-1'], ['DeleteStack', '--RegionId', 'cn-hangzhou', '--StackId', 'id-1']],
  ])('to %s', (args, command) => {
    const outcome = run(stack, ...args);

    expect([outcome.status, named(outcome.command)]).toEqual([0, ['ros', ...command]]);
  });

  test.each([['update'], ['delete']])('but not to %s without a stack', command => {
    expect(run(stack, command)).toMatchObject({ command: [], stderr: expect.stringContaining('pass the StackId that create printed') });
  });

  test.each([[[]], [['deploy']]])('or prints its usage: %p', args => {
    expect(run(stack, ...args)).toMatchObject({ status: 2, command: [], stderr: expect.stringMatching(/^usage: sh .* validate \| create \| update <StackId> \| delete <StackId>\n$/) });
  });
});

test('uses the Region of the profile if the stack has none', () => {
  const stack = rosStack();
  fcFunction(stack);

  expect(run(stack, 'delete', 'id-1').command).toEqual(['ros', 'DeleteStack', '--StackId', 'id-1']);
});

describe('a template that is too large for a command', () => {
  const stack = rosStack();
  fcFunction(stack, 'Fn', { Text: 'x'.repeat(128 * 1024) });

  test('comes from OSS', () => {
    const script = join(synthesized(stack), stack.rosScriptFile);
    const { stdout } = spawnSync('sh', [script, 'validate'], { encoding: 'utf8', env: { PATH: `${BIN}${delimiter}${process.env.PATH}`, TEMPLATE_URL: 'oss://b/t' } });

    expect(stdout.split('\0')).toEqual(['ros', 'ValidateTemplate', '--TemplateURL', 'oss://b/t', '']);
  });

  test('needs its address', () => {
    expect(run(stack, 'create')).toMatchObject({ command: [], stderr: expect.stringContaining('upload Ros.ros.json to OSS and set TEMPLATE_URL to its address, because it is too large for a command') });
  });
});

test.each([
  [131_071, '--TemplateBody "$(cat F.json)"'],
  [131_072, '--TemplateURL "${TEMPLATE_URL:?'],
])('passes a template of %i bytes as %s', (bytes, argument) => {
  expect(deployScript({ file: 'F.json', body: '雪'.repeat(10) + 'x'.repeat(bytes - 30), stackName: 'S' })).toContain(`create) aliyun ros CreateStack --StackName S --TimeoutInMinutes 60 ${argument}`);
});
