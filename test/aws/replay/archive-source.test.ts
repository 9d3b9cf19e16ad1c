import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import { allowed, definition, environment, replay } from './replays';
import { ReplaySource } from '../../../lib/aws/replay/replay-source';
import { agnosticStack, concreteStack, errorOf, fn, resources } from '../fixture';

function stackWithArchive(props: object = {}) {
  const stack = agnosticStack();
  const bus = new events.EventBus(stack, 'Bus');
  const archive = new events.Archive(stack, 'Archive', { sourceEventBus: bus, eventPattern: { source: ['lambda'] } });
  replay(stack, { from: [ReplaySource.archive(archive.archiveArn, bus)], targets: [fn(stack)], ...props });
  return { stack, bus, archive };
}

test('a rule of its own catches replays, and no live event', () => {
  const { stack } = stackWithArchive();

  expect(Object.values(resources(stack, 'AWS::Events::Rule')).map(({ Properties: { Description: _, ...properties } }) => properties)).toEqual([{
    EventBusName: { Ref: expect.stringMatching(/^Bus/) },
    EventPattern: {
      'source': ['lambda'],
      'detail-type': ['Lambda Function Invocation Result - Failure', 'Lambda Function Invocation Result - Success'],
      'replay-name': [{ exists: true }],
    },
    Targets: [{ Id: 'Queue', Arn: { 'Fn::GetAtt': [expect.stringMatching(/^ReplayBusReplayed/), 'Arn'] } }],
  }]);
});

test('the rule fills a queue that only it may fill', () => {
  const { stack } = stackWithArchive();
  const [{ Properties: queue }] = Object.values(resources(stack, 'AWS::SQS::Queue'));
  const [{ Properties: policy }] = Object.values(resources(stack, 'AWS::SQS::QueuePolicy'));

  expect(queue).toEqual({ MessageRetentionPeriod: 14 * 24 * 60 * 60, SqsManagedSseEnabled: true });
  expect(policy.PolicyDocument.Statement[1]).toEqual({
    Action: 'sqs:SendMessage',
    Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [expect.stringMatching(/^ReplayBusRule/), 'Arn'] } } },
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Resource: { 'Fn::GetAtt': [expect.stringMatching(/^ReplayBusReplayed/), 'Arn'] },
  });
});

test('the workers read the queue like any other', () => {
  const { stack } = stackWithArchive();

  expect(environment(stack, 'Planner').REPLAY_SOURCES).toEqual([{ name: 'Bus', kind: 'queue', url: expect.stringMatching(/^<ReplayBusReplayed/) }]);
});

test('the machine may start replays of this archive, of its own names, and look at them', () => {
  const { stack, bus, archive } = stackWithArchive();
  const replays = {
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':events:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, expect.stringMatching(/^:replay\/\w{1,20}-\*$/)]],
  };

  expect(allowed(stack, 'Machine')).toEqual(expect.arrayContaining([
    { Action: 'events:StartReplay', Effect: 'Allow', Resource: [archive.archiveArn, bus.eventBusArn].map(arn => stack.resolve(arn) as unknown).concat(replays) },
    { Action: 'events:DescribeReplay', Effect: 'Allow', Resource: replays },
  ]));
});

test('the machine replays the archive between the times of the selection, into the rule', () => {
  const { States } = definition(stackWithArchive().stack);
  const [, name] = /^States\.Format\('(\w{1,20})-\{\}', States\.Hash\(\$\$\.Execution\.Name, 'SHA-1'\)\)$/.exec(States['Replay Bus'].Parameters['ReplayName.$']) ?? [];

  expect(name).toBeDefined();
  expect(States['Replay Bus']).toMatchObject({
    Resource: 'arn:<AWS::Partition>:states:::aws-sdk:eventbridge:startReplay',
    Parameters: {
      'EventSourceArn': expect.stringMatching(/^<Archive\w+\.Arn>$/),
      'EventStartTime.$': '$$.Execution.Input.select.from',
      'EventEndTime.$': '$$.Execution.Input.select.until',
      'Destination': { Arn: expect.stringMatching(/^<Bus\w+\.Arn>$/), FilterArns: [expect.stringMatching(/^<ReplayBusRule\w+\.Arn>$/)] },
    },
  });
});

test('the key of the replay encrypts the queue, and EventBridge may use it', () => {
  const stack = agnosticStack();
  const key = new kms.Key(stack, 'Key');
  const bus = new events.EventBus(stack, 'Bus');
  replay(stack, { from: [ReplaySource.archive('arn:aws:events:eu-west-1:111111111111:archive/failed', bus)], targets: [fn(stack)], encryptionKey: key });

  expect(Object.values(resources(stack, 'AWS::SQS::Queue'))[0].Properties.KmsMasterKeyId).toEqual(stack.resolve(key.keyArn));
  expect(Object.values(resources(stack, 'AWS::KMS::Key'))[0].Properties.KeyPolicy.Statement).toContainEqual({
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Resource: '*',
  });
});

test('an archive of another Region is refused', () => {
  const stack = concreteStack();
  const archive = 'arn:aws:events:us-east-1:111111111111:archive/failed';

  expect(errorOf(() => replay(stack, { from: [ReplaySource.archive(archive, new events.EventBus(stack, 'Bus'))], targets: [fn(stack)] }))).toBe(
    '`from` must have archives of the account and Region of the stack only, got: an archive of 111111111111/us-east-1 in a stack of 111111111111/eu-west-1. ' +
    'EventBridge replays an archive to the event bus that it was made for, and the rule that catches the replay is in this stack. ' +
    'Declare the replay in a stack of the account and Region of the archive. [Stack/Replay]',
  );
});
