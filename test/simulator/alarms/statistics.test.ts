import { NO_SAMPLES, statistic, type Samples } from '../../../lib/simulator/alarms/statistics';
import { NotKnownError } from '../../../lib/simulator/state/not-known-error';

function samples(...values: number[]): Samples {
  const sum = values.reduce((total, value) => total + value, 0);
  return { count: values.length, sum, minimum: Math.min(...values), maximum: Math.max(...values), values };
}

test.each([['SampleCount', 4], ['Sum', 100], ['Average', 25], ['Minimum', 10], ['Maximum', 40]])('%s of 20, 10, 40 and 30 is %i', (name, expected) => {
  expect(statistic(name).of(samples(20, 10, 40, 30))).toBe(expected);
  expect(statistic(name).needsValues).toBe(false);
});

test.each([['p0', 1], ['p7', 7], ['p50', 50], ['p90', 90], ['p99', 99], ['p99.5', 100], ['p100', 100], ['p0.1', 1]])('%s of 1 to 100 is %i', (name, expected) => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);

  expect(statistic(name).of(samples(...values))).toBe(expected);
  expect(statistic(name).needsValues).toBe(true);
});

test('p99.9 of 1000 values is exceeded by one of them', () => {
  expect(statistic('p99.9').of(samples(...Array.from({ length: 1000 }, (_, index) => index + 1)))).toBe(999);
});

test('a percentile of one value is this value', () => {
  expect(statistic('p99').of(samples(7))).toBe(7);
});

test.each(['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum', 'p99'])('%s of no values is no value', name => {
  expect(statistic(name).of(NO_SAMPLES)).toBeUndefined();
});

test.each(['tm90', 'IQM', 'PR(:300)', 'p101', 'p', 'sum', 'toString'])('does not guess what %s is', name => {
  expect(() => statistic(name)).toThrow(new NotKnownError(
    `how CloudWatch computes the statistic \`${name}\``, 'Use SampleCount, Sum, Average, Minimum, Maximum or a percentile, e.g. p99.',
  ));
});
