import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';

export const FUNCTIONS = 400;
export const COPIES = 25;
const FUNCTIONS_PER_STACK = 40;

/** Seven resources per function, all by aws-cdk-lib: a rule invokes it, and its failures go to a queue. */
export function synthesized(outdir: string): App {
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
export function multiplied(assembly: string, into: string): void {
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
