import { Statistic } from '../../../lib/simulator';

test('a statistic without values is 0', () => {
  const { sampleCount, sum, maximum, average } = new Statistic();
  expect({ sampleCount, sum, maximum, average }).toEqual({ sampleCount: 0, sum: 0, maximum: 0, average: 0 });
});

test('a statistic has count, sum, maximum and average', () => {
  const statistic = new Statistic();
  for (const value of [2, 6, 1]) {
    statistic.add(value);
  }
  const { sampleCount, sum, maximum, average } = statistic;
  expect({ sampleCount, sum, maximum, average }).toEqual({ sampleCount: 3, sum: 9, maximum: 6, average: 3 });
});
