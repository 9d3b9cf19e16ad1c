import { App, Duration, Mixins, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncInvokeAlarms, mixins } from './built';
import type { Measurement } from './measurement';
import { interleaved, ratio } from './ratio';

const FUNCTIONS = 400;
/** A stack has at most 500 resources; with alarms, a function takes 19. */
const FUNCTIONS_PER_STACK = 25;
const RUNS = 5;

/** How an app gets its failure destinations. */
interface Way {
  /** Declares what a function gets. */
  declare?(stack: Stack, fn: lambda.Function, rule: events.Rule): void;

  /** Changes the finished app. */
  adopt?(app: App): void;
}

/** The queue of a mixin: encrypted, TLS only, with the longest retention. */
function failureQueue(fn: lambda.Function, id: string): sqs.Queue {
  return new sqs.Queue(fn, id, { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) });
}

const byMixin: Way = {
  declare: (_, fn, rule) => rule.addTarget(new targets.LambdaFunction(fn)),
  adopt: app => void Mixins.of(app).apply(new mixins.FunctionFailureDestination()),
};

/** The same resources by hand. */
const byHand: Way = {
  declare: (_, fn, rule) => {
    const failed = failureQueue(fn, 'AsyncFailureQueue');
    const deadLetterQueue = failureQueue(fn, 'AsyncUndeliveredQueue');
    rule.addTarget(new targets.LambdaFunction(fn, { deadLetterQueue }));
    failed.grant(fn, 'sqs:SendMessage');
    new lambda.CfnEventInvokeConfig(fn, 'FailureDestinationConfig', {
      functionName: fn.functionName,
      qualifier: '$LATEST',
      maximumEventAgeInSeconds: Duration.hours(6).toSeconds(),
      maximumRetryAttempts: 2,
      destinationConfig: { onFailure: { destination: failed.queueArn }, onSuccess: { destination: '' } },
    }).node.addDependency(fn.role!);
  },
};

const alarmsByMixin: Way = {
  ...byMixin,
  adopt: app => void Mixins.of(app).apply(new mixins.FunctionFailureDestination(), new mixins.FunctionAsyncAlarms()),
};

const alarmsByHand: Way = {
  declare: (stack, fn, rule) => {
    byHand.declare!(stack, fn, rule);
    new AsyncInvokeAlarms(fn, 'AsyncInvokeAlarms', { function: fn });
  },
};

function synthesized({ declare, adopt }: Way): { milliseconds: number; bytes: number; resources: number } {
  const start = process.cpuUsage();
  const app = new App({ context: { 'aws:cdk:disable-creation-stack-traces': true } });
  for (let first = 0; first < FUNCTIONS; first += FUNCTIONS_PER_STACK) {
    const stack = new Stack(app, `Stack${first}`);
    for (let index = first; index < first + FUNCTIONS_PER_STACK; index += 1) {
      const fn = new lambda.Function(stack, `Function${index}`, {
        runtime: lambda.Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: lambda.Code.fromInline('exports.handler = async () => {};'),
      });
      declare?.(stack, fn, new events.Rule(stack, `Rule${index}`, { eventPattern: { source: ['shop'] } }));
    }
  }
  adopt?.(app);
  const { stacks } = app.synth();
  const { user, system } = process.cpuUsage(start);
  return {
    milliseconds: (user + system) / 1000,
    bytes: stacks.reduce((sum, { template }) => sum + JSON.stringify(template, undefined, 1).length, 0),
    resources: stacks.reduce((sum, { template }) => sum + Object.keys(template.Resources).length, 0),
  };
}

/** What the mixins cost in a large app. */
export async function* wholeApp(): AsyncGenerator<Measurement> {
  const [mixin, hand] = [synthesized(byMixin), synthesized(byHand)];
  yield { name: 'template size with the mixin against the same by hand, bytes', result: ratio(mixin.bytes, hand.bytes), goal: { atMost: 1 } };
  yield { name: 'resources with the mixin against the same by hand', result: ratio(mixin.resources, hand.resources), goal: { atMost: 1 } };
  yield {
    name: `synth of ${FUNCTIONS} functions with the mixin against the same by hand, ms of CPU`,
    result: await interleaved(() => synthesized(byMixin).milliseconds, () => synthesized(byHand).milliseconds, RUNS),
    goal: { atMost: 1.1 },
  };
  yield {
    name: `synth of ${FUNCTIONS} functions with both mixins against the same by hand, ms of CPU`,
    result: await interleaved(() => synthesized(alarmsByMixin).milliseconds, () => synthesized(alarmsByHand).milliseconds, 1),
    goal: { atMost: 1.1 },
  };
}
