import type { ReceiveSettings, SendOptions } from '../../../../lib/simulator';
import { app, resource } from '../app';

const sim = () => app([], {
  Queue: resource('SQS::Queue', { MaximumMessageSize: 1024 }),
  Fifo: resource('SQS::Queue', { QueueName: 'q.fifo', FifoQueue: true }),
  Content: resource('SQS::Queue', { QueueName: 'c.fifo', FifoQueue: true, ContentBasedDeduplication: true }),
});

const DELAY = '`delaySeconds` must be an integer between 0 and 900 seconds, got: ';
const TIMEOUT = '`visibilityTimeout` must be an integer between 0 and 43200 seconds, got: ';

test.each<[string, unknown, object, string]>([
  ['Queue', '', {}, '`body` must have 1 to 1024 bytes, got: 0'],
  ['Queue', undefined, {}, '`body` must have 1 to 1024 bytes, got: 0'],
  ['Queue', 'ü'.repeat(513), {}, '`body` must have 1 to 1024 bytes, got: 1026'],
  ['Queue', 'a', { delaySeconds: -1 }, `${DELAY}-1`],
  ['Queue', 'a', { delaySeconds: 901 }, `${DELAY}901`],
  ['Queue', 'a', { delaySeconds: 1.5 }, `${DELAY}1.5`],
  ['Queue', 'a', { delaySeconds: NaN }, `${DELAY}NaN`],
  ['Queue', 'a', { delay: 1 }, '`delay` is not an option of `send`. Its options are `attributes`, `delaySeconds`, `groupId` and `deduplicationId`'],
  ['Fifo', 'a', {}, '`groupId` must be set, because the queue is a FIFO queue'],
  ['Fifo', 'a', { groupId: 'g' }, '`deduplicationId` must be set, because the FIFO queue does not deduplicate by content'],
  ['Content', 'a', { groupId: 'g', delaySeconds: 1 }, '`delaySeconds` must not be set, because only a FIFO queue itself has a delay'],
])('refuses to send to %s %j with %j', async (queue, body, options, message) => {
  const handle = sim().queue(queue);
  await expect(handle.send(body, options as SendOptions)).rejects.toThrow(message);
  expect(handle.messages).toEqual([]);
});

test.each<[string, unknown, object]>([
  ['Queue', 'ü'.repeat(512), {}],
  ['Queue', null, { delaySeconds: 0 }],
  ['Queue', 0, { delaySeconds: 900 }],
  ['Fifo', 'a', { groupId: 'g', deduplicationId: 'd' }],
  ['Content', 'a', { groupId: 'g' }],
])('sends to %s %j with %j', async (queue, body, options) => {
  const handle = sim().queue(queue);
  await handle.send(body, options);
  expect(handle.messages).toHaveLength(1);
});

test.each<[object, string]>([
  [{ max: 0 }, '`max` must be an integer of 1 or more, got: 0'],
  [{ max: 1.5 }, '`max` must be an integer of 1 or more, got: 1.5'],
  [{ max: '2' }, "`max` must be an integer of 1 or more, got: '2'"],
  [{ visibilityTimeout: -1 }, `${TIMEOUT}-1`],
  [{ visibilityTimeout: 43_201 }, `${TIMEOUT}43201`],
  [{ visibility: 1 }, '`visibility` is not an option of `receive`. Its options are `max` and `visibilityTimeout`'],
])('refuses to receive with %j', (options, message) => {
  expect(() => sim().queue('Queue').receive(options as ReceiveSettings)).toThrow(message);
});

test.each([-1, 43_201, 0.5])('refuses to hide a message for %d seconds', async seconds => {
  const queue = sim().queue('Queue');
  await queue.send('a');
  expect(() => queue.receive()[0].changeVisibility(seconds)).toThrow(`\`seconds\` must be an integer between 0 and 43200 seconds, got: ${seconds}`);
});
