import { MetricSamples, MINUTE } from '../../../lib/simulator/alarms/metric-samples';
import { NO_SAMPLES } from '../../../lib/simulator/alarms/statistics';

function samples(minutes: number, keepsValues = false): MetricSamples {
  const made = new MetricSamples();
  made.serve(minutes, keepsValues, () => {});
  return made;
}

test('adds the values of each minute, and of several', () => {
  const metric = samples(5, true);
  metric.add(0, 4);
  metric.add(MINUTE - 1, 1);
  metric.add(MINUTE, 10);

  expect(metric.between(0, MINUTE)).toEqual({ count: 2, sum: 5, minimum: 1, maximum: 4, values: [4, 1] });
  expect(metric.between(MINUTE, 2 * MINUTE)).toEqual({ count: 1, sum: 10, minimum: 10, maximum: 10, values: [10] });
  expect(metric.between(0, 2 * MINUTE)).toEqual({ count: 3, sum: 15, minimum: 1, maximum: 10, values: [4, 1, 10] });
  expect(metric.between(0, 1000 * MINUTE)).toEqual(metric.between(0, 2 * MINUTE));
  expect(metric.between(-MINUTE, 0)).toBe(NO_SAMPLES);
  expect(metric.between(2 * MINUTE, 3 * MINUTE)).toBe(NO_SAMPLES);
});

test('keeps values only for percentiles', () => {
  const metric = samples(5);
  metric.add(0, 4);

  expect(metric.between(0, MINUTE).values).toEqual([]);
});

test('serves the alarm that looks back furthest', () => {
  const metric = samples(5);
  metric.serve(2, true, () => {});
  metric.add(0, 4);

  expect(metric.isEmptyAt(5 * MINUTE)).toBe(false);
  expect(metric.isEmptyAt(5 * MINUTE + 1)).toBe(true);
  expect(metric.between(0, MINUTE).values).toEqual([4]);
});

test('forgets what no alarm sees any more', () => {
  const metric = samples(3);
  for (let minute = 0; minute < 10_000; minute += 1) {
    metric.add(minute * MINUTE, 1);
  }

  expect(metric.between(0, 10_000 * MINUTE).count).toBe(4);
});

test('is empty before the first value, and when it is cleared', () => {
  const metric = samples(5);
  expect(metric.isEmptyAt(0)).toBe(true);

  metric.add(0, 1);
  expect(metric.isEmptyAt(0)).toBe(false);

  metric.clear();
  expect(metric.isEmptyAt(0)).toBe(true);
  expect(metric.between(0, MINUTE)).toBe(NO_SAMPLES);
});

test('tells its alarms about the first value of each minute', () => {
  const metric = new MetricSamples();
  const [one, other] = [jest.fn(), jest.fn()];
  metric.serve(5, false, one);
  metric.serve(5, false, other);
  [0, 1, MINUTE, 3 * MINUTE].forEach(time => metric.add(time, 1));

  expect(one).toHaveBeenCalledTimes(3);
  expect(other).toHaveBeenCalledTimes(3);
});
