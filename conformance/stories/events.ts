import * as assert from 'node:assert/strict';
import { DeleteFunctionConcurrencyCommand, InvokeCommand, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Story } from '../story';
import type { World } from '../world';

/** The longest way of an event of which all attempts fail, with room for a slow service, in seconds. */
const ALL_ATTEMPTS = 600;

/** The longest way of an event without retries, in seconds. */
const ONE_ATTEMPT = 120;

function event(world: World, id: string, payload: object | undefined, qualifier?: string) {
  return world.ask('Invoke', world.lambda.send(new InvokeCommand({
    FunctionName: world.nameOf(id), Qualifier: qualifier, InvocationType: 'Event', Payload: payload && JSON.stringify(payload),
  })));
}

/** What becomes of events that Lambda accepts. */
export const EVENT_STORIES: readonly Story[] = [
  {
    title: 'an event is accepted with an empty answer, and its success is recorded',
    declare: ({ function: fn, queue }) => void fn('success', { onSuccess: new destinations.SqsDestination(queue('successes')) }),
    async play(world) {
      const { value } = await event(world, 'success', { id: 1 });
      assert.equal(value?.StatusCode, 202);
      assert.equal(value.ExecutedVersion, undefined);
      const record = await world.record('successes', ONE_ATTEMPT);
      assert.equal(record.requestContext.condition, 'Success');
      assert.deepEqual(record.responsePayload, { got: { id: 1 } });
    },
  },
  {
    title: 'a failing event is tried three times',
    declare: ({ function: fn, queue }) => void fn('retried', { onFailure: new destinations.SqsDestination(queue('retried-failures')) }),
    async play(world) {
      await event(world, 'retried', { fail: 'boom' });
      const { requestContext, responsePayload } = await world.record('retried-failures', ALL_ATTEMPTS);
      assert.equal(requestContext.condition, 'RetriesExhausted');
      assert.equal(requestContext.approximateInvokeCount, 3);
      assert.equal(responsePayload.errorMessage, 'boom');
    },
  },
  {
    title: 'an event that would be too old at its retry is given up at once',
    declare: ({ function: fn, queue }) => void fn('aged', { maxEventAge: Duration.seconds(60), onFailure: new destinations.SqsDestination(queue('aged-failures')) }),
    async play(world) {
      await event(world, 'aged', { fail: 'boom' });
      const { requestContext } = await world.record('aged-failures', ALL_ATTEMPTS);
      assert.equal(requestContext.condition, 'EventAgeExceeded');
      assert.equal(requestContext.approximateInvokeCount, 1);
    },
  },
  {
    title: 'without concurrency, an event ends without an attempt',
    declare: ({ function: fn, queue }) => void fn('halted', { onFailure: new destinations.SqsDestination(queue('halted-failures')) }),
    async play(world) {
      const FunctionName = world.nameOf('halted');
      await world.ask('PutFunctionConcurrency', world.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 })));
      await event(world, 'halted', undefined);
      const { requestContext, requestPayload } = await world.record('halted-failures', ONE_ATTEMPT);
      assert.equal(requestContext.condition, 'ZeroReservedConcurrency');
      assert.equal(requestContext.approximateInvokeCount, 0);
      assert.deepEqual(requestPayload, {});
      await world.lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    },
  },
  {
    title: 'a dead letter is the event, with the error in its attributes',
    declare: ({ function: fn, queue }) => void fn('dead', { retryAttempts: 0, deadLetterQueue: queue('dead-letters') }),
    async play(world) {
      await event(world, 'dead', { fail: 'boom' });
      const { Body, MessageAttributes: attributes } = await world.message('dead-letters', ONE_ATTEMPT);
      assert.equal(Body, '{"fail":"boom"}');
      assert.equal(attributes?.ErrorCode.StringValue, '200');
      assert.equal(attributes.ErrorMessage.StringValue, 'boom');
    },
  },
  {
    title: 'a topic passes a record on in its envelope',
    declare({ stack, nameOf, function: fn, queue }) {
      const topic = new sns.Topic(stack, 'topic', { topicName: nameOf('topic') });
      topic.addSubscription(new subscriptions.SqsSubscription(queue('subscribed')));
      fn('published', { retryAttempts: 0, onFailure: new destinations.SnsDestination(topic) });
    },
    async play(world) {
      await event(world, 'published', { fail: 'boom' });
      const { Type, Message } = await world.record('subscribed', ONE_ATTEMPT);
      assert.equal(Type, 'Notification');
      assert.equal(JSON.parse(Message).requestContext.condition, 'RetriesExhausted');
    },
  },
  {
    title: 'a record in a bucket has the function and the time in its key',
    declare({ stack, nameOf, function: fn }) {
      const bucket = new s3.Bucket(stack, 'bucket', { bucketName: `${nameOf('records')}-${stack.account}`, removalPolicy: RemovalPolicy.DESTROY });
      fn('kept', { retryAttempts: 0, onFailure: new destinations.S3Destination(bucket) });
    },
    async play(world) {
      await event(world, 'kept', { fail: 'boom' });
      const Bucket = `${world.nameOf('records')}-${world.place.account}`;
      let key: string | undefined;
      for (let waited = 0; waited < ONE_ATTEMPT && key === undefined; waited += 10) {
        await world.place.wait(10);
        key = (await world.s3.send(new ListObjectsV2Command({ Bucket }))).Contents?.[0].Key;
      }
      assert.match(key ?? '', new RegExp(`^aws/lambda/async/${world.nameOf('kept')}/\\d{4}/\\d\\d/\\d\\d/`));
      const { Body, ContentType, ServerSideEncryption } = await world.s3.send(new GetObjectCommand({ Bucket, Key: key }));
      world.transcript.note('object', { key, ContentType, ServerSideEncryption, record: JSON.parse(await Body!.transformToString()) });
      assert.equal(ContentType, 'application/octet-stream');
      // CloudFormation deletes only empty buckets.
      await world.s3.send(new DeleteObjectCommand({ Bucket, Key: key }));
    },
  },
  {
    title: 'the config of an alias serves only its callers',
    declare({ function: fn, queue }) {
      const { currentVersion } = fn('aliased');
      new lambda.Alias(currentVersion, 'alias', {
        aliasName: 'live', version: currentVersion, retryAttempts: 0, onFailure: new destinations.SqsDestination(queue('alias-failures')),
      });
    },
    async play(world) {
      await event(world, 'aliased', { fail: 'boom' }, 'live');
      const { requestContext } = await world.record('alias-failures', ONE_ATTEMPT);
      assert.equal(requestContext.functionArn, world.arn('lambda', `function:${world.nameOf('aliased')}:live`));
      await event(world, 'aliased', { fail: 'boom' });
      await world.place.wait(ONE_ATTEMPT);
      assert.equal(await world.look('alias-failures'), undefined);
    },
  },
];
