import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, BootstraplessSynthesizer, Lazy, NestedStack, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { stack } from './fixture';
import type { DeployTimeHandlerOptions } from '../../lib/provider/deploy-time-handler-options';
import { admitHandlerOptions } from '../../lib/provider/handler-settings';

const app = stack();
const logGroup = logs.LogGroup.fromLogGroupName(app, 'Log', 'theirs');

test.each<DeployTimeHandlerOptions>([
  {},
  { memorySize: 128 },
  { memorySize: 10240 },
  { memorySize: Lazy.number({ produce: () => 1 }) },
  { reservedConcurrentExecutions: 1 },
  { reservedConcurrentExecutions: Lazy.number({ produce: () => 0 }) },
  { runtime: lambda.Runtime.NODEJS_22_X },
  { runtime: lambda.Runtime.NODEJS_LATEST },
  { runtime: new lambda.Runtime(Lazy.string({ produce: () => 'nodejs24.x' })) },
  { logGroup },
])('accepts settings %#', options => {
  expect(() => admitHandlerOptions(app, options)).not.toThrow();
});

test.each<[string, string, (bare: Stack) => Stack]>([
  ['a stack', 'Bare', bare => bare],
  ['a stack nested in one', 'Bare/Nested', bare => new NestedStack(bare, 'Nested')],
])('refuses %s without assets', (_, path, stackIn) => {
  const bare = new Stack(new App(), 'Bare', { synthesizer: new BootstraplessSynthesizer() });

  expect(() => admitHandlerOptions(stackIn(bare), {})).toThrow(new Error('`synthesizer` must be one that supports assets, got: BootstraplessSynthesizer. '
    + 'The code of the handler is an asset: without a bootstrapped bucket, the deployment has nowhere to upload it. '
    + 'Use the default synthesizer in an environment that `cdk bootstrap` has prepared, or declare the construct in such a stack. ' + `[${path}]`));
});

test.each<[DeployTimeHandlerOptions, string]>([
  [{ memorySize: 127 }, '`provider.memorySize` must be an integer between 128 and 10240 MiB, got: 127 [Stack]'],
  [{ memorySize: 10241 }, '`provider.memorySize` must be an integer between 128 and 10240 MiB, got: 10241 [Stack]'],
  [{ reservedConcurrentExecutions: 0 }, '`provider.reservedConcurrentExecutions` must be at least 1, got: 0. ' +
    'Lambda drops every request of CloudFormation, and the deployment hangs until it times out. Leave it out, or reserve at least 1. [Stack]'],
  [{ reservedConcurrentExecutions: -1 }, '`provider.reservedConcurrentExecutions` must be an integer of at least 0, got: -1 [Stack]'],
  [{ runtime: lambda.Runtime.PYTHON_3_12 }, '`provider.runtime` must be nodejs22.x or newer, for which the handler is built, got: "python3.12" [Stack]'],
  [{ runtime: lambda.Runtime.NODEJS_20_X }, '`provider.runtime` must be nodejs22.x or newer, for which the handler is built, got: "nodejs20.x" [Stack]'],
  [{ runtime: lambda.Runtime.NODEJS }, '`provider.runtime` must be nodejs22.x or newer, for which the handler is built, got: "nodejs" [Stack]'],
  [{ logGroup, logRetention: 7 }, '`provider.logRetention` must be left out beside `provider.logGroup`, got: 7 beside Stack/Log. ' +
    'The retention is a setting of the log group itself. Set `retention` on that log group. [Stack]'],
])('refuses settings %#', (options, message) => {
  expect(() => admitHandlerOptions(app, options)).toThrow(new Error(message));
});

test('lists all violations at once', () => {
  expect(() => admitHandlerOptions(app, { memorySize: 1, runtime: lambda.Runtime.PYTHON_3_12 })).toThrow(/memorySize.*\n.*runtime/);
});

test('the bundle targets the oldest accepted runtime', () => {
  const { tasks } = JSON.parse(readFileSync(join(__dirname, '../../.projen/tasks.json'), 'utf8'));

  expect(tasks.bundle.steps.map(({ exec }: { exec: string }) => exec).join()).toContain('--target=node22 ');
});
