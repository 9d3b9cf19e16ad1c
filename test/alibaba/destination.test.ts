import { Lazy } from 'aws-cdk-lib';
import { concreteRosStack, errorOf, fcFunction, HERE } from './fixture';
import { alibaba } from '../../lib';

const { Destination } = alibaba;

describe('a destination has its ARN and its permission', () => {
  test.each<[string, alibaba.Destination, string, string]>([
    ['function', Destination.function('archive'), 'acs:fc:cn-hangzhou:1234567890123456:functions/archive', 'fc:InvokeFunction'],
    ['queue', Destination.queue('failed'), 'acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages', 'mns:SendMessage'],
    ['topic', Destination.topic('news'), 'acs:mns:cn-hangzhou:1234567890123456:/topics/news/messages', 'mns:PublishMessage'],
    ['queue elsewhere', Destination.queue('failed', { region: 'cn-shanghai', account: '2' }), 'acs:mns:cn-shanghai:2:/queues/failed/messages', 'mns:SendMessage'],
    ['bus', Destination.fromArn('acs:eventbridge:cn-hangzhou:1:eventbus/b'), 'acs:eventbridge:cn-hangzhou:1:eventbus/b', 'eventbridge:PutEvents'],
    ['RocketMQ topic', Destination.fromArn('acs:mq:cn-hangzhou:1:/instances/i/topic/t'), 'acs:mq:cn-hangzhou:1:/instances/i/topic/t', 'mq:PUB'],
  ])('as a %s', (_, destination, arn, action) => {
    expect([destination.arnFor(HERE), destination.action]).toEqual([arn, action]);
  });

  test('as a function of the stack by its ARN', () => {
    expect(Destination.fromArn(fcFunction(concreteRosStack()).getAtt('ARN')).action).toBe('fc:InvokeFunction');
  });

  test('but no action if only the deployment knows its kind', () => {
    const queue = new alibaba.RosResource(concreteRosStack(), 'Queue', { type: 'ALIYUN::MNS::Queue' });

    expect(Destination.fromArn(queue.getAtt('ARN')).action).toBeUndefined();
    expect(Destination.fromArn(Lazy.string({ produce: () => 'acs:fc::1:functions/f' })).action).toBeUndefined();
  });
});

describe('refuses a malformed name at once', () => {
  test.each<[string, () => unknown, string]>([
    ['of a function', () => Destination.function('1st'),
      '`functionName` must be 1 to 64 characters: letters, digits, underscores and hyphens, starting with a letter or underscore, got: "1st"'],
    ['of a queue', () => Destination.queue('a/b'), '`queueName` must be 1 to 256 characters: letters, digits and hyphens, starting with a letter or digit, got: "a/b"'],
    ['of a topic', () => Destination.topic(''), '`topicName` must be 1 to 256 characters: letters, digits and hyphens, starting with a letter or digit, got: ""'],
    ['of a Region', () => Destination.topic('t', { region: 'Hangzhou' }),
      '`region` must be 4 to 64 characters: a Region of Alibaba Cloud, e.g. cn-hangzhou or eu-central-1, got: "Hangzhou"'],
    ['of an account', () => Destination.topic('t', { account: 'ops' }), '`account` must be 1 to 32 characters: digits, the ID of the Alibaba Cloud account, got: "ops"'],
  ])('%s', (_, declare, message) => {
    expect(errorOf(declare)).toBe(message);
  });

  test('but not a token', () => {
    expect(() => Destination.queue(Lazy.string({ produce: () => 'q' }), { region: Lazy.string({ produce: () => 'r' }) })).not.toThrow();
  });
});
