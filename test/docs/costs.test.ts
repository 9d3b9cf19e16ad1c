import { App, CfnResource, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { page, tableOf } from './pages';
import {
  alibaba, AsyncAlias, AsyncDestination, AsyncFunction, AsyncInvokeAlarms, AsyncInvokeConfig, AsyncInvokeConfigLookup,
  DeployTimeAsyncInvokeConfig, DeployTimeInvocation, FailedEventReplay, InvocationType, ReplaySource,
} from '../../lib';
import { CODE, fn } from '../aws/fixture';

type Counts = Readonly<Record<string, number>>;
type Declare = (stack: Stack, id: string, given: lambda.Function, next: lambda.Function, queue: sqs.Queue) => unknown;

const CONSTRUCTS: Readonly<Record<string, Declare>> = {
  '`AsyncFunction`': (stack, id) => new AsyncFunction(stack, id, CODE),
  '`AsyncAlias`': (stack, id, given) => new AsyncAlias(stack, id, { function: given }),
  '`AsyncInvokeConfig` with a destination': (stack, id, given, _, queue) => new AsyncInvokeConfig(stack, id, { function: given, onFailure: AsyncDestination.queue(queue) }),
  '`AsyncInvokeConfig` with `responseOnly`': (stack, id, given, next) =>
    new AsyncInvokeConfig(stack, id, { function: given, onSuccess: AsyncDestination.function(next, { responseOnly: true }) }),
  '`AsyncInvokeAlarms` of a function without config': (stack, id, given) => new AsyncInvokeAlarms(stack, id, { function: given }),
  '`DeployTimeInvocation`': (stack, id, given) => new DeployTimeInvocation(stack, id, { function: given }),
  '`DeployTimeInvocation` with `awaitOutcome`': (stack, id, given) =>
    new DeployTimeInvocation(stack, id, { function: given, invocationType: InvocationType.EVENT, awaitOutcome: true }),
  '`DeployTimeAsyncInvokeConfig`': (stack, id, given) => new DeployTimeAsyncInvokeConfig(stack, id, { function: given, retryAttempts: 1 }),
  '`AsyncInvokeConfigLookup`': (stack, id, given) => new AsyncInvokeConfigLookup(stack, id, { function: given }),
  '`alibaba.DeployTimeAsyncInvokeConfig`': (stack, id) => new alibaba.DeployTimeAsyncInvokeConfig(stack, id, {
    account: '1234567890123456',
    region: 'cn-hangzhou',
    functionName: id,
    credentials: alibaba.Credentials.fromSecret(secretsmanager.Secret.fromSecretNameV2(stack, `${id}Key`, 'key')),
    retryAttempts: 1,
  }),
  '`FailedEventReplay` of a queue': (stack, id, given, _, queue) => new FailedEventReplay(stack, id, { from: [ReplaySource.queue(queue)], targets: [given] }),
};

/** As many functions as a test needs, twice. */
const FUNCTIONS = 6;

const GIVEN = counted(declared([]).stack);

const TABLE = tableOf(page('docs/costs.md'), 'Resources by construct');

test('the table has a row for each construct, and one for what they share', () => {
  expect(TABLE.map(([name]) => name)).toEqual([...Object.keys(CONSTRUCTS), 'the deploy-time handler, once per stack']);
});

test.each(Object.entries(CONSTRUCTS))('%s creates what the page says', (name, declare) => {
  expect(written(created(declare))).toBe(TABLE.find(([row]) => row === name)![1]);
});

test('a stack has one handler of deploy time, as the page describes it', () => {
  const deployTime = Object.entries(CONSTRUCTS).filter(([name]) => name.includes('DeployTime') || name.includes('Lookup')).map(([, declare]) => declare);
  const { app, stack } = declared(deployTime);
  // Some permissions are added at synth only.
  app.synth();

  expect(written(deployTime.map(created).reduce(minus, minus(counted(stack), GIVEN)))).toBe(TABLE.at(-1)![1]);
});

/** What one more construct adds to a stack. The first one also creates what it shares with the others. */
function created(declare: Declare): Counts {
  return minus(counted(declared([declare, declare]).stack), counted(declared([declare]).stack));
}

function declared(declares: readonly Declare[]): { app: App; stack: Stack } {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const functions = Array.from({ length: 2 * FUNCTIONS }, (_, index) => fn(stack, `Given${index}`));
  const queue = new sqs.Queue(stack, 'GivenQueue');
  declares.forEach((declare, index) => declare(stack, `Construct${index}`, functions[index], functions[FUNCTIONS + index], queue));
  return { app, stack };
}

function counted(stack: Stack): Counts {
  const types = stack.node.findAll().filter(CfnResource.isCfnResource).filter(isRendered).map(({ cfnResourceType }) => cfnResourceType);
  return Object.fromEntries(types.map(type => [type, types.filter(other => other === type).length]));
}

/** An alarm that has nothing to watch is in the construct tree, but not in the template. */
function isRendered(resource: CfnResource): boolean {
  return (resource as unknown as { shouldSynthesize(): boolean }).shouldSynthesize();
}

function minus(all: Counts, some: Counts): Counts {
  return Object.fromEntries(Object.entries(all).map(([type, count]) => [type, count - (some[type] ?? 0)]).filter(([, count]) => count !== 0));
}

function written(counts: Counts): string {
  return Object.entries(counts).sort(([a], [b]) => a < b ? -1 : 1).map(([type, count]) => `${count} ${type}`).join(', ');
}
