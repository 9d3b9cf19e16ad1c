import { MAX_EVENT_AGE } from '../../../lib/constraints/aws-lambda/event-invoke-config';
import { LAMBDA_METRICS } from '../../../lib/constraints/aws-lambda/metrics';
import { invented, POINTS } from '../../../pages/operations/invented-series';

test.each(Object.keys(LAMBDA_METRICS))('%s has whole numbers, the same each time', name => {
  const values = invented(name);

  expect(values).toHaveLength(POINTS);
  expect(values.filter(value => !(Number.isInteger(value) && value >= 0))).toEqual([]);
  expect(invented(name)).toEqual(values);
});

test('no event gets older than its maximum age of an hour', () => {
  expect(Math.max(...invented('AsyncEventAge'))).toBeLessThan(3_600_000);
  expect(3600).toBeLessThan(MAX_EVENT_AGE.max);
});

test('events are given up only after they have waited', () => {
  const [ages, dropped] = ['AsyncEventAge', 'AsyncEventsDropped'].map(invented);

  expect(dropped.filter((value, point) => value > 0 && ages[point] < 3_000_000)).toEqual([]);
  expect(dropped.some(value => value > 0)).toBe(true);
});
