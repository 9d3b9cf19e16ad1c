import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, aws_lambda as lambda, type AppProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { readAssembly, type Topology } from '../../lib/topology';

/** The environment of the stacks whose environment is fixed. */
export const ENV = { account: '123456789012', region: 'eu-west-1' };

/** Synthesizes an app into a directory of its own and hands that over while it exists. */
export function withAssembly<T>(build: (app: App) => void, use: (directory: string) => T, props: AppProps = {}): T {
  const outdir = mkdtempSync(join(tmpdir(), 'topology-'));
  try {
    const app = new App({ outdir, analyticsReporting: false, ...props });
    build(app);
    app.synth();
    return use(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** What the topology says about an app made with aws-cdk-lib. */
export function synthesized(build: (app: App) => void, props?: AppProps): Topology {
  return withAssembly(build, readAssembly, props);
}

/** What the topology says about an app of one stack, `S`. */
export function stackOf(build: (stack: Stack) => void, props?: AppProps): Topology {
  return synthesized(app => build(new Stack(app, 'S', { env: ENV })), props);
}

/** The plainest function. */
export function functionIn(scope: Construct, id: string, props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  return new lambda.Function(scope, id, {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    ...props,
  });
}

/** The logical ids say little: resources by their construct path. */
export function at<T extends { readonly path?: string }>(nodes: Iterable<T>, path: string): T {
  const found = [...nodes].filter(node => node.path === path);
  if (found.length !== 1) {
    throw new Error(`expected one resource at ${path}, got ${found.length} among ${[...nodes].map(node => node.path).join(', ')}`);
  }
  return found[0];
}
