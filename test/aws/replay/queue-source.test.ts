import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { allowed, environment, replay } from './replays';
import { ReplaySource } from '../../../lib/aws/replay/replay-source';
import { agnosticStack, concreteStack, errorOf, fn } from '../fixture';

test('the key of a queue is granted for reading', () => {
  const stack = agnosticStack();
  const key = new kms.Key(stack, 'Key');
  replay(stack, { from: [ReplaySource.queue(new sqs.Queue(stack, 'Failed', { encryptionMasterKey: key }))], targets: [fn(stack)] });
  const decrypt = { Action: 'kms:Decrypt', Effect: 'Allow', Resource: stack.resolve(key.keyArn) };

  expect(allowed(stack, 'Planner')).toContainEqual(decrypt);
  expect(allowed(stack, 'Sender')).toContainEqual(decrypt);
});

test('the key behind an alias is granted by its alias', () => {
  const stack = agnosticStack();
  const key = kms.Alias.fromAliasName(stack, 'Key', 'alias/records');
  const queue = new sqs.Queue(stack, 'Failed', { encryptionMasterKey: key });
  replay(stack, { from: [ReplaySource.queue(queue)], targets: [fn(stack)] });

  expect(allowed(stack, 'Sender')).toContainEqual(expect.objectContaining({
    Action: 'kms:Decrypt',
    Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/records' } },
  }));
});

test('a queue of another account and Region is read there', () => {
  const stack = concreteStack();
  const queue = sqs.Queue.fromQueueArn(stack, 'Theirs', 'arn:aws:sqs:us-east-1:222222222222:failed');
  replay(stack, { from: [ReplaySource.queue(queue)], targets: [fn(stack)] });

  expect(environment(stack, 'Sender').REPLAY_SOURCES).toEqual([
    { name: 'Theirs', kind: 'queue', url: expect.stringMatching(/^https:\/\/sqs\.us-east-1\..*\/222222222222\/failed$/), region: 'us-east-1' },
  ]);
  expect(allowed(stack, 'Sender')).toContainEqual(expect.objectContaining({ Action: expect.arrayContaining(['sqs:DeleteMessage']), Resource: 'arn:aws:sqs:us-east-1:222222222222:failed' }));
});

test('a queue of an unknown Region is in that of the stack', () => {
  const stack = agnosticStack();
  replay(stack, { from: [ReplaySource.queue(new sqs.Queue(stack, 'Failed'))], targets: [fn(stack)] });

  expect(environment(stack, 'Sender').REPLAY_SOURCES[0]).not.toHaveProperty('region');
});

test('a dead-letter queue has the function that gets its events, with the qualifier', () => {
  const stack = agnosticStack();
  const made = fn(stack);
  const theirs = (arn: string) => lambda.Function.fromFunctionArn(stack, `Theirs${arn.length}`, arn);
  const targets = [made, made.addAlias('live'), ...['', ':7'].map(qualifier => theirs(`arn:aws:lambda:eu-west-1:222222222222:function:orders${qualifier}`))];
  replay(stack, { from: targets.map((target, index) => ReplaySource.deadLetterQueue(new sqs.Queue(stack, `Dead${index}`), target)) });

  expect(environment(stack, 'Planner').REPLAY_SOURCES.map(({ deadLettersOf }: { deadLettersOf: string }) => deadLettersOf)).toEqual([
    expect.stringMatching(/^<Fn\w+\.Arn>:\$LATEST$/),
    expect.stringMatching(/^<Fn\w*Aliaslive\w+>$/),
    'arn:aws:lambda:eu-west-1:222222222222:function:orders:$LATEST',
    'arn:aws:lambda:eu-west-1:222222222222:function:orders:7',
  ]);
});

test('a FIFO queue is refused', () => {
  const stack = new Stack();

  expect(errorOf(() => replay(stack, { from: [ReplaySource.queue(new sqs.Queue(stack, 'Failed', { fifo: true }))], targets: [fn(stack)] }))).toBe(
    '`from` must have standard queues only, got: FIFO queue Default/Failed. ' +
    'While a message of a FIFO queue is being read, its group yields no other: a plan would miss events. ' +
    'Use a standard queue for failed events, as Lambda itself demands of destinations and dead-letter queues. [Default/Replay]',
  );
});
