import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { collectGarbage } from './garbage';
import { interleaved, type Ratio } from './ratio';
import { CHECKS, findings } from '../lib/checks';
import { readAssembly } from '../lib/topology';

const FUNCTIONS = 400;
const FUNCTIONS_PER_STACK = 40;
const COPIES = 25;
const RUNS = 5;

/** What a check of an assembly costs. */
export function checks(): Record<string, Ratio | number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-checks-'));
  try {
    const app = synthesized(join(folder, 'small'));
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    multiplied(small, large);
    return {
      'resources of 400 functions': readAssembly(small).resources.size,
      "check of 400 functions against cdk-nag's AwsSolutionsChecks, ms of CPU": interleaved(() => checked(small), () => nagged(app), RUNS),
      'check of one of 10,000 functions against one of 400, ms of CPU': interleaved(
        () => checked(large) / (FUNCTIONS * COPIES),
        () => checked(small) / FUNCTIONS,
        RUNS,
      ),
      'heap held by the picture of 400 functions, MB': heldBy(small),
      'heap held by the picture of 10,000 functions, MB': heldBy(large),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seven resources per function, all by aws-cdk-lib: a rule invokes it, and its failures go to a queue. */
function synthesized(outdir: string): App {
  const app = new App({ outdir, analyticsReporting: false, context: { 'aws:cdk:disable-creation-stack-traces': true } });
  for (let first = 0; first < FUNCTIONS; first += FUNCTIONS_PER_STACK) {
    const stack = new Stack(app, `Stack${first}`);
    for (let index = first; index < first + FUNCTIONS_PER_STACK; index += 1) {
      const handler = new lambda.Function(stack, `Function${index}`, {
        runtime: lambda.Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: lambda.Code.fromInline('exports.handler = async () => {};'),
        onFailure: new destinations.SqsDestination(new sqs.Queue(stack, `Failed${index}`)),
      });
      new events.Rule(stack, `Rule${index}`, { eventPattern: { source: ['bench'] }, targets: [new targets.LambdaFunction(handler)] });
    }
  }
  app.synth();
  return app;
}

/** The same stacks many times over, under other names. */
function multiplied(assembly: string, into: string): void {
  mkdirSync(into);
  const manifest = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8'));
  const stacks = Object.entries<{ type: string; properties: { templateFile: string } }>(manifest.artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack');
  manifest.artifacts = Object.fromEntries(Array.from({ length: COPIES }).flatMap((_, copy) => stacks.map(([id, artifact]) => {
    const templateFile = `${copy}-${artifact.properties.templateFile}`;
    cpSync(join(assembly, artifact.properties.templateFile), join(into, templateFile));
    return [`${id}-${copy}`, { ...artifact, displayName: `${id}-${copy}`, properties: { ...artifact.properties, templateFile, stackName: `${id}-${copy}` } }];
  })));
  writeFileSync(join(into, 'manifest.json'), JSON.stringify(manifest));
}

function checked(assembly: string): number {
  return milliseconds(() => findings(readAssembly(assembly), CHECKS));
}

function nagged(app: App): number {
  return milliseconds(() => new AwsSolutionsChecks(app).validateScope(app));
}

function milliseconds(act: () => unknown): number {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function heldBy(assembly: string): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const topology = readAssembly(assembly);
  collectGarbage();
  const held = process.memoryUsage().heapUsed - before;
  return topology.functions.size > 0 ? Math.round(held / 1e5) / 10 : 0;
}
