import type { PublishOptions } from '../../../../lib/simulator';
import { app, resource } from '../app';

const sim = () => app([], {
  Topic: resource('SNS::Topic', {}),
  Fifo: resource('SNS::Topic', { TopicName: 't.fifo', FifoTopic: true }),
  Content: resource('SNS::Topic', { TopicName: 'c.fifo', FifoTopic: true, ContentBasedDeduplication: true }),
});

test.each<[string, unknown, object, string]>([
  ['Topic', '', {}, "`message` must be a JSON value, and no empty text, got: ''"],
  ['Topic', undefined, {}, '`message` must be a JSON value, and no empty text, got: undefined'],
  ['Topic', 'a', { group: 'g' }, '`group` is not an option of `publish`. Its options are `subject`, `attributes`, `groupId` and `deduplicationId`'],
  ['Fifo', 'a', {}, '`groupId` must be set, because the topic is a FIFO topic'],
  ['Fifo', 'a', { groupId: 'g' }, '`deduplicationId` must be set, because the FIFO topic does not deduplicate by content'],
])('refuses to publish to %s %j with %j', async (topic, message, options, expected) => {
  await expect(sim().topic(topic).publish(message, options as PublishOptions)).rejects.toThrow(new TypeError(expected));
});

test.each<[string, object]>([['Topic', {}], ['Fifo', { groupId: 'g', deduplicationId: 'd' }], ['Content', { groupId: 'g' }]])('publishes to %s with %j', async (topic, options) => {
  expect((await sim().topic(topic).publish('a', options)).ends).toMatchObject([{ kind: 'stored' }]);
});
