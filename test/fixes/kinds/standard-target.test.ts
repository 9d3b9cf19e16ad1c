import { arnOf, FN, sending } from '../../checks/small-templates';
import { resource } from '../../topology/templates';
import { fixed } from '../template-fixes';

test('removes all that only FIFO queues may have, and the end of the name', () => {
  expect(fixed('FifoQueueDestination', {
    Fn: FN,
    Q: resource('SQS::Queue', { FifoQueue: true, ContentBasedDeduplication: true, QueueName: 'orders.fifo', DelaySeconds: 3 }),
    Config: sending(arnOf('Q')),
  })).toMatchObject({
    summary: 'Make the queue a standard queue.',
    operations: [
      'remove /Resources/Q/Properties/FifoQueue', 'remove /Resources/Q/Properties/ContentBasedDeduplication', 'replace /Resources/Q/Properties/QueueName',
    ],
    values: [undefined, undefined, 'orders'],
    found: [1, 0],
  });
});

test('makes a topic a standard topic', () => {
  expect(fixed('FifoTopicDestination', { Fn: FN, T: resource('SNS::Topic', { FifoTopic: true }), Config: sending({ Ref: 'T' }) })).toMatchObject({
    summary: 'Make the topic a standard topic.', operations: ['remove /Resources/T/Properties/FifoTopic'], found: [1, 0],
  });
});

test.each<[string, Record<string, unknown>]>([
  ['the name is an expression', { Q: resource('SQS::Queue', { FifoQueue: true, QueueName: { Ref: 'Name' } }) }],
  ['something else uses the queue', {
    Q: resource('SQS::Queue', { FifoQueue: true }),
    Reader: resource('Lambda::EventSourceMapping', { EventSourceArn: arnOf('Q'), FunctionName: 'other' }),
  }],
])('takes a new queue instead if %s', (_, resources) => {
  expect(fixed('FifoQueueDestination', { Fn: FN, ...resources, Config: sending(arnOf('Q')) })).toMatchObject({
    summary: 'Send failures to a new standard queue, and allow `sqs:SendMessage` to the role of the function.', found: [1, 0],
  });
});
