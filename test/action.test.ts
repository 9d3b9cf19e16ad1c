import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { buildSync } from 'esbuild';
import { parse } from 'yaml';
import { version } from '../package.json';
import { newApp } from './aws/validated';
import { page, section, tableOf } from './docs/pages';
import { functionIn } from './topology/synthesized';

const ROOT = path.join(__dirname, '..');

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly env: Record<string, string>;
  readonly run?: string;
}

interface Action {
  readonly inputs: Record<string, { description: string; default: string }>;
  readonly runs: { steps: Step[] };
}

const ACTION = parse(fs.readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Action;

/** This command line, in one file. */
const COMMAND_LINE = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'action-')), 'main.js');
beforeAll(() => void buildSync({ entryPoints: [path.join(ROOT, 'lib/cli/main.ts')], bundle: true, platform: 'node', outfile: COMMAND_LINE }));

const FIFO = (stack: Stack) => onFailure(new sqs.Queue(stack, 'Queue', { fifo: true }));
const IMPATIENT = () => ({ maximumEventAgeInSeconds: 60 });
const RIGHT = () => ({ maximumRetryAttempts: 1 });

test('checks an app, and uploads the findings before they fail the job', () => {
  const { code, log, sarif } = run({ assembly: assemblyOf(FIFO) });

  expect(sarif).toContain('"ruleId": "FifoQueueDestination"');
  expect(log).toContain('error FifoQueueDestination at S/Config');
  expect(code).toBe(1);
});

test('passes an app without findings', () => {
  const { code, log, sarif } = run({ assembly: assemblyOf(RIGHT) });

  expect(sarif).toContain('"results": []');
  expect(log).toContain('nothing found');
  expect(code).toBe(0);
});

test('passes an app with warnings, and fails it when strict', () => {
  const assembly = assemblyOf(IMPATIENT);

  expect(run({ assembly }).code).toBe(0);
  expect(run({ assembly, strict: 'true' }).code).toBe(1);
});

test('leaves rules out', () => {
  const { code, sarif } = run({ assembly: assemblyOf(FIFO), exclude: 'FifoQueueDestination DestinationPermissionMissing' });

  expect(sarif).not.toContain('"ruleId": "FifoQueueDestination"');
  expect(code).toBe(0);
});

test('fails without an upload if the app cannot be checked, and tells why', () => {
  const { code, log, sarif } = run({ assembly: path.join(os.tmpdir(), 'no-such-assembly') });

  expect(log).toContain('no-such-assembly');
  expect(sarif).toBeUndefined();
  expect(code).toBe(2);
});

test('runs the version of the action, or the one that is asked for', () => {
  const assembly = assemblyOf(RIGHT);

  expect(run({ assembly }).packages).toEqual(new Set([`cdk-async-invoke@${version}`]));
  expect(run({ assembly, version: '0.0.7' }).packages).toEqual(new Set(['cdk-async-invoke@0.0.7']));
});

test('an input is text to the shell, whatever it contains', () => {
  const { log, code } = run({ assembly: '$(echo injected); echo injected' });

  expect(log).toContain('$(echo injected); echo injected');
  expect(log).not.toMatch(/^injected/m);
  expect(code).toBe(2);
  expect(ACTION.runs.steps.filter(step => step.run?.includes('${{'))).toEqual([]);
});

test('is documented with each input and its default, and the example uses this version', () => {
  const PAGE = page('docs/checks.md');

  expect(tableOf(PAGE, 'In GitHub Actions').map(([name, byDefault]) => [name, byDefault])).toEqual(Object.entries(ACTION.inputs).map(([name, { default: value }]) => [
    `\`${name}\``,
    value ? `\`${value}\`` : name === 'version' ? 'that of the action' : 'none',
  ]));
  expect(section(PAGE, 'In GitHub Actions')).toContain(`uses: cdk-async-invoke/cdk-async-invoke@v${version}\n`);
});

test('describes each input, and which one needs a permission', () => {
  expect(Object.keys(ACTION.inputs)).toEqual(['assembly', 'strict', 'exclude', 'upload', 'category', 'version']);
  expect(ACTION.inputs.upload.description).toContain('security-events');
});

function onFailure({ queueArn: destination }: sqs.IQueue) {
  return { destinationConfig: { onFailure: { destination } } };
}

/** The assembly of an app with one config. */
function assemblyOf(settings: (stack: Stack) => Partial<lambda.CfnEventInvokeConfigProps>): string {
  const app = newApp();
  const stack = new Stack(app, 'S');
  new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: functionIn(stack, 'Fn').functionName, qualifier: '$LATEST', ...settings(stack) });
  return app.synth().directory;
}

/** Runs the steps as GitHub does, with this command line in place of the one on npm. */
function run(inputs: Record<string, string>): { code: number; log: string; sarif?: string; packages: Set<string> } {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'action-'));
  fs.writeFileSync(path.join(temp, 'npx'), [
    '#!/usr/bin/env bash',
    `echo "$2" >> '${temp}/packages'`,
    `exec '${process.execPath}' '${COMMAND_LINE}' "\${@:3}"`,
  ].join('\n'), { mode: 0o755 });
  const outputs: Record<string, string> = {};
  const values: Record<string, string> = { 'github.action_path': ROOT };
  for (const [name, input] of Object.entries(ACTION.inputs)) {
    values[`inputs.${name}`] = inputs[name] ?? input.default;
  }

  let log = '';
  let code = 0;
  for (const step of ACTION.runs.steps.filter(({ run: script }) => script)) {
    const filled = (text: string) => text.replace(/\$\{\{ (.+?) \}\}/g, (_, name: string) => values[name] ?? outputs[name] ?? '');
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run!], {
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${temp}:${process.env.PATH}`,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: path.join(temp, 'output'),
        ...Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, filled(text)])),
      },
    });
    log += stdout + stderr;
    code = status!;
    if (code !== 0) {
      break;
    }
    for (const line of fs.readFileSync(path.join(temp, 'output'), 'utf8').trim().split('\n')) {
      const [name, value] = line.split('=');
      outputs[`steps.${step.id}.outputs.${name}`] = value;
    }
  }
  const sarif = outputs['steps.check.outputs.sarif'];
  return {
    code,
    log,
    sarif: sarif && fs.readFileSync(sarif, 'utf8'),
    packages: new Set(fs.readFileSync(path.join(temp, 'packages'), 'utf8').trim().split('\n')),
  };
}
