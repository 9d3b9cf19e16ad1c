import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack, type App, type AppProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';
import { ENV, functionIn, withAssembly } from '../topology/synthesized';

const ROOT = join(__dirname, '../..');
const MAIN = bundledMain();

/** What a call of the command line came to. */
export interface Called {
  readonly code: number | null;
  readonly out: string;
  readonly problem: string;
}

/** Calls the command line as people do: in a process of its own. */
export function cli(args: readonly string[], { cwd, env, input }: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {}): Called {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: undefined, ...env },
  });
  return { code: status, out: stdout, problem: stderr };
}

/** The program in a folder laid out like the package, in one file: that starts five times as fast as stripping the types of each. */
function bundledMain(): string {
  const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
  const outfile = join(folder, 'build/cli/main.js');
  buildSync({ entryPoints: [join(ROOT, 'lib/cli/main.ts')], bundle: true, platform: 'node', outfile });
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  cpSync(join(ROOT, 'docs/rules'), join(folder, 'docs/rules'), { recursive: true });
  cpSync(join(ROOT, 'assets'), join(folder, 'assets'), { recursive: true });
  return outfile;
}

/** Calls the command line where an app has been synthesized into `cdk.out`, and in that folder. */
export function cliOver(build: (app: App) => void, ...args: string[]): Called {
  return over(build, directory => cli([args[0], directory, ...args.slice(1)]));
}

/** An assembly that tells construct paths, as those of the CDK CLI do, while it exists. */
export function over<T>(build: (app: App) => void, use: (directory: string) => T, props: AppProps = {}): T {
  return withAssembly(build, use, { context: { 'aws:cdk:enable-path-metadata': true }, ...props });
}

/** An app of one stack, `S`. */
export function stack(build: (stack: Stack) => void): (app: App) => void {
  return app => build(new Stack(app, 'S', { env: ENV }));
}

/** A function whose failures go to a FIFO queue, which is an error. */
export function withFifo(scope: Construct, id = 'Fn'): lambda.CfnEventInvokeConfig {
  const fn = functionIn(scope, id);
  const queue = new sqs.Queue(scope, `${id}Fifo`, { fifo: true });
  queue.grantSendMessages(fn);
  const config = new lambda.CfnEventInvokeConfig(scope, `${id}Config`, {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: queue.queueArn } },
  });
  config.node.addDependency(fn.role!);
  return config;
}

/** A function that is switched off, which is a warning. */
export function switchedOff(scope: Construct, id = 'Off'): lambda.Function {
  return functionIn(scope, id, { reservedConcurrentExecutions: 0, retryAttempts: 1, deadLetterQueueEnabled: true });
}
