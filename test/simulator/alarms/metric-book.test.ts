import { MetricBook } from '../../../lib/simulator/alarms/metric-book';
import { MINUTE } from '../../../lib/simulator/alarms/metric-samples';

test('one value counts for the function and for the qualifier that was called', () => {
  const book = new MetricBook();
  const all = book.samples({ of: 'fn', name: 'Errors' });
  const live = book.samples({ of: 'fn', qualifier: 'live', name: 'Errors' });
  const recorded = jest.fn();
  const watch = book.watchOf('fn', () => 0, recorded)!;

  watch('Errors', 1, 'live');
  watch('Errors', 1, '$LATEST');
  expect([all, live].map(samples => samples.between(0, MINUTE).sum)).toEqual([2, 1]);
  expect(recorded).toHaveBeenCalledTimes(2);

  watch('Duration', 5, 'live');
  expect(recorded).toHaveBeenCalledTimes(2);
});

test('has no recorder for a function that no alarm looks at', () => {
  expect(new MetricBook().watchOf('fn', () => 0, () => undefined)).toBeUndefined();
});

test('two alarms share the samples of a metric', () => {
  const book = new MetricBook();
  const first = book.samples({ of: 'queue', name: 'ApproximateNumberOfMessagesVisible' });

  expect(book.samples({ of: 'queue', name: 'ApproximateNumberOfMessagesVisible' })).toBe(first);
  expect(book.samples({ of: 'queue', name: 'ApproximateAgeOfOldestMessage' })).not.toBe(first);
  expect([...book.queues].map(({ arn, name }) => `${arn} ${name}`)).toEqual(['queue ApproximateNumberOfMessagesVisible', 'queue ApproximateAgeOfOldestMessage']);
});

test('forgets all values', () => {
  const book = new MetricBook();
  const all = [book.samples({ of: 'fn', name: 'Errors' }), book.samples({ of: 'queue', name: 'ApproximateAgeOfOldestMessage' })];
  all.forEach(samples => samples.add(0, 1));
  book.clear();

  expect(all.map(samples => samples.between(0, MINUTE).count)).toEqual([0, 0]);
});
