import { findings } from '../../../lib/checks';
import { unsupportedCallerDeadLetterQueue } from '../../../lib/checks/rules/unsupported-caller-dead-letter-queue';
import * as example from '../../../pages/rules/examples/unsupported-caller-dead-letter-queue';
import { resource, resources } from '../../topology/templates';
import { checked, of } from '../checked-apps';
import { arnOf, AT_DEPLOY, MAYBE } from '../small-templates';

const ID = 'UnsupportedCallerDeadLetterQueue';

test('UnsupportedCallerDeadLetterQueue is found', () => {
  expect(of(ID, checked(example.found))).toEqual([
    {
      id: 'UnsupportedCallerDeadLetterQueue',
      severity: 'error',
      path: 'S/Rule/Resource',
      property: 'Targets[0].DeadLetterConfig.Arn',
      value: 'S/Undelivered',
      message: '`Targets[0].DeadLetterConfig.Arn` must be a standard queue, got: S/Undelivered. EventBridge refuses other targets, and so do SNS for a standard topic and Scheduler: "SQS FIFO is not supported by Dead Letter Queues." Use a standard queue.',
    },
  ]);
});

test('a standard queue is innocent', () => {
  expect(of(ID, checked(example.innocent))).toEqual([]);
});

const queue = (place: string, name = 'lost') => `arn:aws:sqs:${place}:${name}`;
const HERE = 'eu-west-1:123456789012';
const OTHER_REGION = 'us-east-1:123456789012';
const OTHER_ACCOUNT = 'eu-west-1:210987654321';
const TOPIC = `arn:aws:sns:${HERE}:orders`;

const CALLERS = {
  rule: (Arn: unknown, rest: Record<string, unknown> = {}) =>
    resource('Events::Rule', { EventPattern: {}, Targets: [{ Arn: arnOf('Fn'), DeadLetterConfig: { Arn } }] }, rest),
  schedule: (Arn: unknown) => resource('Scheduler::Schedule', { Target: { Arn: arnOf('Fn'), DeadLetterConfig: { Arn } } }),
  subscription: (deadLetterTargetArn: unknown, TopicArn: unknown = TOPIC) =>
    resource('SNS::Subscription', { TopicArn, Protocol: 'lambda', Endpoint: arnOf('Fn'), RedrivePolicy: { deadLetterTargetArn } }),
};

function values(caller: unknown, environment?: string): string[] {
  const topology = resources({
    Fn: resource('Lambda::Function'),
    Fifo: resource('SQS::Queue', { FifoQueue: true }),
    Topic: resource('SNS::Topic'),
    FifoTopic: resource('SNS::Topic', { FifoTopic: true }),
    Caller: caller,
  }, MAYBE, environment);
  return findings(topology, [unsupportedCallerDeadLetterQueue]).map(({ value }) => value);
}

describe.each(['rule', 'schedule', 'subscription'] as const)('the queue of a %s', kind => {
  const caller = CALLERS[kind];

  test.each<[string, unknown, string[]]>([
    ['may be a standard queue', queue(HERE), []],
    ['may be unknown', AT_DEPLOY, []],
    ['is no FIFO queue', arnOf('Fifo'), ['S.Fifo']],
    ['is no FIFO queue by its name', queue(HERE, 'lost.fifo'), [queue(HERE, 'lost.fifo')]],
    ['is no topic', { Ref: 'Topic' }, ['S.Topic']],
    ['is no function', arnOf('Fn'), ['S.Fn']],
  ])('%s', (_, arn, expected) => {
    expect(values(caller(arn))).toEqual(expected);
  });
});

describe('in another place', () => {
  test.each<[string, unknown, string[]]>([
    ['the Region of a rule counts', CALLERS.rule(queue(OTHER_REGION)), [`${queue(OTHER_REGION)} in us-east-1`]],
    ['the account of a rule does not', CALLERS.rule(queue(OTHER_ACCOUNT)), []],
    ['nothing is documented for a schedule', CALLERS.schedule(queue(OTHER_REGION)), []],
    ['the Region of a subscription counts', CALLERS.subscription(queue(OTHER_REGION)), [`${queue(OTHER_REGION)} in us-east-1`]],
    ['the account of a subscription counts', CALLERS.subscription(queue(OTHER_ACCOUNT)), [`${queue(OTHER_ACCOUNT)} in 210987654321`]],
    ['the Region may be that of the topic', CALLERS.subscription(queue(OTHER_REGION), `arn:aws:sns:${OTHER_REGION}:orders`), []],
    ['the account may be that of the topic', CALLERS.subscription(queue(OTHER_ACCOUNT), `arn:aws:sns:${OTHER_ACCOUNT}:orders`), []],
    ['nothing is certain of an unknown topic', CALLERS.subscription(queue(OTHER_REGION), AT_DEPLOY), []],
  ])('%s', (_, caller, expected) => {
    expect(values(caller)).toEqual(expected);
  });

  test('nothing is certain if only the deployment knows the Region', () => {
    expect(values(CALLERS.rule(queue(OTHER_REGION)), 'aws://unknown-account/unknown-region')).toEqual([]);
  });
});

test('a subscription to a FIFO topic may have a FIFO queue', () => {
  expect(values(CALLERS.subscription(arnOf('Fifo'), { Ref: 'FifoTopic' }))).toEqual([]);
});

test('a rule that may not exist is innocent', () => {
  expect(values(CALLERS.rule(arnOf('Fifo'), { Condition: 'Maybe' }))).toEqual([]);
});
