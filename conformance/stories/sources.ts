import * as assert from 'node:assert/strict';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Story } from '../story';

/** What reaches a function from queues and buses. */
export const SOURCE_STORIES: readonly Story[] = [
  {
    title: 'of a batch, only the message comes back that the function names',
    declare({ function: fn, queue }) {
      const deadLetterQueue = { queue: queue('batch-dead'), maxReceiveCount: 1 };
      const orders = queue('batch', { deadLetterQueue, visibilityTimeout: Duration.seconds(30) });
      fn('consumer').addEventSource(new SqsEventSource(orders, { batchSize: 10, reportBatchItemFailures: true }));
    },
    async play(world) {
      for (const MessageBody of ['good', 'bad']) {
        await world.sqs.send(new SendMessageCommand({ QueueUrl: world.urlOf('batch'), MessageBody }));
      }
      assert.equal((await world.message('batch-dead', 180)).Body, 'bad');
      await world.place.wait(60);
      assert.equal(await world.look('batch-dead'), undefined);
      assert.equal(await world.look('batch'), undefined);
    },
  },
  {
    title: 'an event of a bus whose rule may not invoke goes to the dead-letter queue of the target',
    declare({ stack, nameOf, function: fn, queue }) {
      const dead = queue('rule-dead');
      dead.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], principals: [new iam.ServicePrincipal('events.amazonaws.com')], resources: [dead.queueArn] }));
      // Not the construct of level 2, which would grant the permission.
      new events.CfnRule(stack, 'rule', {
        name: nameOf('rule'),
        eventPattern: { source: [nameOf('shop')] },
        targets: [{ id: 'function', arn: fn('forbidden').functionArn, deadLetterConfig: { arn: dead.queueArn } }],
      });
    },
    async play(world) {
      const answer = await world.ask('PutEvents', world.eventBridge.send(new PutEventsCommand({
        Entries: [{ Source: world.nameOf('shop'), DetailType: 'Order', Detail: '{"id":1}' }],
      })));
      assert.equal(answer.value?.FailedEntryCount, 0);
      const { Body, MessageAttributes } = await world.message('rule-dead', 300);
      assert.deepEqual(JSON.parse(Body!).detail, { id: 1 });
      assert.equal(MessageAttributes?.ERROR_CODE.StringValue, 'NO_PERMISSIONS');
    },
  },
];
