import { App, Duration, Stack, type CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncAlias } from './built';
import type { Measurement } from './measurement';
import { interleaved, ratio } from './ratio';

const FUNCTIONS = 200;
const FUNCTIONS_PER_STACK = 40;
const RUNS = 9;

const SETTINGS = { retryAttempts: 1, maxEventAge: Duration.hours(1) };

type Declare = (stack: Stack, index: number) => void;

/** Functions with an alias, a config of it and of `$LATEST`, and an encrypted failure queue, by one construct of ours. */
const byOurConstruct: Declare = (stack, index) => {
  new AsyncAlias(stack, `Live${index}`, { function: fn(stack, index), ...SETTINGS });
};

/** The same by aws-cdk-lib alone, as people write it. */
const byAwsCdkLib: Declare = (stack, index) => {
  const handler = fn(stack, index);
  const options = { ...SETTINGS, onFailure: new destinations.SqsDestination(failureQueue(stack, index)) };
  new lambda.Alias(stack, `Live${index}`, { aliasName: 'live', version: handler.currentVersion, ...options });
  handler.configureAsyncInvoke(options);
};

/** The same resources by hand: every setting spelled out, and the order in which they may be made. */
const byHand: Declare = (stack, index) => {
  const handler = fn(stack, index);
  const queue = failureQueue(stack, index);
  queue.grant(handler, 'sqs:SendMessage');
  const alias = new lambda.Alias(stack, `Live${index}`, { aliasName: 'live', version: handler.currentVersion });
  const config = (id: string, qualifier: string, ...after: CfnResource[]) => {
    const resource = new lambda.CfnEventInvokeConfig(stack, id, {
      functionName: handler.functionName,
      qualifier,
      maximumEventAgeInSeconds: SETTINGS.maxEventAge.toSeconds(),
      maximumRetryAttempts: SETTINGS.retryAttempts,
      destinationConfig: { onFailure: { destination: queue.queueArn }, onSuccess: { destination: '' } },
    });
    resource.node.addDependency(handler.role!, ...after);
    return resource;
  };
  const live = config(`Live${index}Config`, alias.aliasName, alias.node.defaultChild as CfnResource);
  config(`Latest${index}Config`, '$LATEST', live);
};

function fn(stack: Stack, index: number): lambda.Function {
  return new lambda.Function(stack, `Function${index}`, {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
  });
}

function failureQueue(stack: Stack, index: number): sqs.Queue {
  return new sqs.Queue(stack, `Live${index}FailureQueue`, {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}

function synthesized(declare: Declare): { milliseconds: number; bytes: number; resources: number } {
  const start = process.cpuUsage();
  const app = new App({ context: { 'aws:cdk:disable-creation-stack-traces': true } });
  for (let first = 0; first < FUNCTIONS; first += FUNCTIONS_PER_STACK) {
    const stack = new Stack(app, `Stack${first}`);
    for (let index = first; index < first + FUNCTIONS_PER_STACK; index += 1) {
      declare(stack, index);
    }
  }
  const { stacks } = app.synth();
  const { user, system } = process.cpuUsage(start);
  return {
    milliseconds: (user + system) / 1000,
    bytes: stacks.reduce((sum, { template }) => sum + JSON.stringify(template, undefined, 1).length, 0),
    resources: stacks.reduce((sum, { template }) => sum + Object.keys(template.Resources).length, 0),
  };
}

/** What our constructs cost at synth, and in the template. */
export async function* constructs(): AsyncGenerator<Measurement> {
  const ours = synthesized(byOurConstruct);
  const hand = synthesized(byHand);
  yield { name: 'template size against the same by hand, bytes', result: ratio(ours.bytes, hand.bytes) };
  yield { name: 'resources against the same by hand', result: ratio(ours.resources, hand.resources) };
  yield {
    name: `construction and synth of ${FUNCTIONS} functions against aws-cdk-lib alone, ms of CPU`,
    result: await interleaved(() => synthesized(byOurConstruct).milliseconds, () => synthesized(byAwsCdkLib).milliseconds, RUNS),
    goal: { atMost: 1.01 },
  };
}
