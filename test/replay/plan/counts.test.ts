import { Counts, MOST_VALUES } from '../../../lib/replay/plan/counts';

test('memory does not grow with the number of values', () => {
  const counts = new Counts();
  for (let value = 0; value < MOST_VALUES + 5; value += 1) {
    counts.add(`value ${value}`, value === 0 ? 2 : 1);
  }
  counts.add('value 1');

  const sorted = counts.sorted(2);
  expect(sorted).toEqual({ '(others)': MOST_VALUES + 5, 'value 0': 2 });
});
