import { nearMatches } from '../../lib/cli/near-matches';

const IDS = ['FifoQueueDestination', 'FifoTopicDestination', 'EmptyConfig', 'DuplicateConfig'];

test.each([
  ['fifo', ['FifoQueueDestination', 'FifoTopicDestination']],
  ['TopicDest', ['FifoTopicDestination']],
  ['EmtpyConfig', ['EmptyConfig']],
  ['FifoQueDestinations', ['FifoQueueDestination', 'FifoTopicDestination']],
  ['Retries', []],
  ['', []],
])('%j is near %j', (text, near) => {
  expect(nearMatches(text, IDS)).toEqual(near);
});

test('no more than three are named', () => {
  expect(nearMatches('i', [...IDS, 'Fifo'])).toHaveLength(3);
});
