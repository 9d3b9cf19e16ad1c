import { queueMetric } from '../../../lib/simulator/alarms/queue-metric';

const NOW = 100_000;

test('counts the messages that a consumer could receive', () => {
  const messages = [{ sentAt: 0, visibleAt: NOW }, { sentAt: 0, visibleAt: NOW + 1 }, { sentAt: 0, visibleAt: 0 }];

  expect(queueMetric({ messages }, 'ApproximateNumberOfMessagesVisible', NOW)).toBe(2);
});

test('measures the age of the oldest message in seconds, also of one in flight', () => {
  const messages = [{ sentAt: 40_000, visibleAt: 0 }, { sentAt: 30_000, visibleAt: NOW + 1 }];

  expect(queueMetric({ messages }, 'ApproximateAgeOfOldestMessage', NOW)).toBe(70);
});

test.each(['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'] as const)('%s of an empty queue is 0', name => {
  expect(queueMetric({ messages: [] }, name, NOW)).toBe(0);
});
