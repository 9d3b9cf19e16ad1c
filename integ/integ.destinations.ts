import { ExpectedResult, IntegTest, InvocationType, Match, type IApiCall } from '@aws-cdk/integ-tests-alpha';
import { Duration, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { stableApp } from './stable-app';
import { AsyncDestination, AsyncFunction } from 'cdk-async-invoke';

/**
 * A config that was put and can be read back is not in force yet: recorded
 * invocations kept to the old one for up to two and a half minutes. An event that
 * is sent too early never reports back, and no assertion can send it again. So
 * the events are sent five minutes after the deployment.
 */
const IN_FORCE = Duration.minutes(5);

/** Delivery takes seconds; nothing waits this long unless the test fails. */
const PATIENCE = { totalTimeout: Duration.minutes(10), interval: Duration.seconds(30) };

const app = stableApp();
const stack = new Stack(app, 'AsyncInvokeDestinations');
const successes = new sqs.Queue(stack, 'Successes', { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });
const clock = new sqs.Queue(stack, 'Clock', { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });
const fn = new AsyncFunction(stack, 'Function', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline(`exports.handler = async event => {
  if (event.status === 'OK') return 'success';
  throw new Error('failure');
};`),
  // The first retry would come after a minute, the second after three.
  retryAttempts: 0,
  onSuccess: AsyncDestination.queue(successes),
});

const { assertions } = new IntegTest(app, 'Destinations', { testCases: [stack] });

// A message with a delay is a clock: whoever receives it knows that the time has passed.
assertions
  .awsApiCall('SQS', 'sendMessage', { QueueUrl: clock.queueUrl, MessageBody: 'now', DelaySeconds: IN_FORCE.toSeconds() })
  .next(receive(clock, 'now'))
  .next(invoke({ status: 'OK' }))
  .next(invoke({ status: 'NOT OK' }))
  .next(receive(successes, recordOf({ status: 'OK' }, { condition: 'Success', approximateInvokeCount: 1 }, 'success')))
  .next(receive(fn.failureQueue!, recordOf(
    { status: 'NOT OK' },
    { condition: 'RetriesExhausted', approximateInvokeCount: 1 },
    Match.objectLike({ errorMessage: 'failure' }),
  )));

/** Invokes the alias as its callers do: by its name. */
function invoke(payload: object): IApiCall {
  return assertions
    .invokeFunction({ functionName: fn.alias.functionName, invocationType: InvocationType.EVENT, payload: JSON.stringify(payload) })
    .expect(ExpectedResult.objectLike({ StatusCode: 202 }));
}

function receive(queue: sqs.IQueue, body: unknown): IApiCall {
  return assertions
    .awsApiCall('SQS', 'receiveMessage', { QueueUrl: queue.queueUrl, WaitTimeSeconds: 20 })
    .expect(ExpectedResult.objectLike({ Messages: [{ Body: body }] }))
    .waitForAssertions(PATIENCE);
}

function recordOf(requestPayload: object, requestContext: object, responsePayload: unknown): Match {
  return Match.serializedJson(Match.objectLike({
    requestContext: Match.objectLike({ functionArn: Match.stringLikeRegexp(':live$'), ...requestContext }),
    requestPayload: Match.objectLike(requestPayload),
    responsePayload,
  }));
}
