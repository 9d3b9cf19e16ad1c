import { ExpectedResult, IntegTest, InvocationType, Match, type IApiCall } from '@aws-cdk/integ-tests-alpha';
import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { stableApp } from './stable-app';
import { AsyncDestination, AsyncFunction } from 'cdk-async-invoke';

/** See integ.destinations.ts: a config is in force some minutes after the deployment. */
const IN_FORCE = Duration.minutes(5);

const PATIENCE = { totalTimeout: Duration.minutes(10), interval: Duration.seconds(30) };

const app = stableApp();
const stack = new Stack(app, 'FailedEventReplay');
const clock = new sqs.Queue(stack, 'Clock', { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });
const successes = new sqs.Queue(stack, 'Successes', { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });

const common = { runtime: lambda.Runtime.NODEJS_24_X, handler: 'index.handler', retryAttempts: 0 };
const broken = new AsyncFunction(stack, 'Broken', {
  ...common,
  code: lambda.Code.fromInline("exports.handler = async () => { throw new Error('broken'); };"),
});
const repaired = new AsyncFunction(stack, 'Repaired', {
  ...common,
  code: lambda.Code.fromInline("exports.handler = async () => 'repaired';"),
  onSuccess: AsyncDestination.queue(successes),
});
const replay = broken.addReplay({ targets: [repaired.alias], reportRetention: Duration.days(1) });
// The bucket stays, because it is not empty.
replay.ledger.applyRemovalPolicy(RemovalPolicy.DESTROY);

const { assertions } = new IntegTest(app, 'Replay', { testCases: [stack] });

assertions
  .awsApiCall('SQS', 'sendMessage', { QueueUrl: clock.queueUrl, MessageBody: 'in force', DelaySeconds: IN_FORCE.toSeconds() })
  .next(receive(clock, 'in force'))
  .next(assertions
    .invokeFunction({ functionName: broken.alias.functionName, invocationType: InvocationType.EVENT, payload: JSON.stringify({ order: 7 }) })
    .expect(ExpectedResult.objectLike({ StatusCode: 202 })))
  // Nobody receives the record before the plan: that would hide it.
  .next(assertions.awsApiCall('SQS', 'sendMessage', { QueueUrl: clock.queueUrl, MessageBody: 'failed', DelaySeconds: 60 }))
  .next(receive(clock, 'failed'))
  .next(start('plan', { target: repaired.alias.functionArn }))
  .next(ended('plan', { selected: 1, complete: true }))
  .next(start('run', { mode: 'run', plan: 'plan' }))
  .next(ended('run', { planned: 1, fates: Match.objectLike({ sent: 1 }) }))
  .next(receive(successes, Match.serializedJson(Match.objectLike({ requestPayload: { order: 7 }, responsePayload: 'repaired' }))));

function start(name: string, input: object): IApiCall {
  return assertions.awsApiCall('SFN', 'startExecution', { stateMachineArn: replay.stateMachine.stateMachineArn, name, input: JSON.stringify(input) });
}

/** Waits until an execution has succeeded, and looks at its output. */
function ended(name: string, output: object): IApiCall {
  const executionArn = stack.formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${replay.stateMachine.stateMachineName}:${name}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return assertions
    .awsApiCall('SFN', 'describeExecution', { executionArn })
    .expect(ExpectedResult.objectLike({ status: 'SUCCEEDED', output: Match.serializedJson(Match.objectLike(output)) }))
    .waitForAssertions(PATIENCE);
}

function receive(queue: sqs.IQueue, body: unknown): IApiCall {
  return assertions
    .awsApiCall('SQS', 'receiveMessage', { QueueUrl: queue.queueUrl, WaitTimeSeconds: 20 })
    .expect(ExpectedResult.objectLike({ Messages: [{ Body: body }] }))
    .waitForAssertions(PATIENCE);
}
