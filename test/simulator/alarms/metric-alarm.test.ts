import { MetricAlarm, type MetricAlarmSettings } from '../../../lib/simulator/alarms/metric-alarm';
import { MetricBook } from '../../../lib/simulator/alarms/metric-book';
import { MINUTE } from '../../../lib/simulator/alarms/metric-samples';
import { NotKnownError } from '../../../lib/simulator/state/not-known-error';

const ERRORS = { of: 'fn', name: 'Errors' } as const;
const INVOCATIONS = { of: 'fn', name: 'Invocations' } as const;

const HOUR = 60 * MINUTE;

function settings(differing: Partial<MetricAlarmSettings> = {}): MetricAlarmSettings {
  return {
    kind: 'metric',
    metrics: [{ id: 'errors', metric: ERRORS, statistic: 'Sum' }],
    expressions: new Map(),
    compared: 'errors',
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 2,
    period: 60,
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    missingData: 'notBreaching',
    ignoresFewSamples: false,
    ...differing,
  };
}

test.each([
  ['GreaterThanOrEqualToThreshold', ['OK', 'ALARM', 'ALARM']],
  ['GreaterThanThreshold', ['OK', 'OK', 'ALARM']],
  ['LessThanThreshold', ['ALARM', 'OK', 'OK']],
  ['LessThanOrEqualToThreshold', ['ALARM', 'ALARM', 'OK']],
] as const)('%s compares 1, 2 and 3 with 2', (comparison, expected) => {
  expect([1, 2, 3].map(errors => {
    const book = new MetricBook();
    const alarm = new MetricAlarm(settings({ comparison }), book, () => {});
    book.samples(ERRORS).add(0, errors);
    return alarm.evaluate(MINUTE, 'OK');
  })).toEqual(expected);
});

test('the periods of an alarm end at its evaluation', () => {
  const book = new MetricBook();
  const alarm = new MetricAlarm(settings({ period: 300 }), book, () => {});
  const errors = book.samples(ERRORS);
  errors.add(4 * MINUTE, 1);
  errors.add(6 * MINUTE, 1);

  // From minutes 2 to 6: both; from 5 to 9: one.
  expect([5, 6, 7, 9, 10].map(minute => alarm.evaluate(minute * MINUTE, 'OK'))).toEqual(['OK', 'OK', 'ALARM', 'ALARM', 'OK']);
});

test('an alarm of more than a day is evaluated at full hours', () => {
  const book = new MetricBook();
  const alarm = new MetricAlarm(settings({ period: 86_400, evaluationPeriods: 2, datapointsToAlarm: 1, threshold: 1 }), book, () => {});
  book.samples(ERRORS).add(49 * HOUR, 1);

  expect(alarm.evaluate(50 * HOUR - MINUTE, 'OK')).toBe('OK');
  expect(alarm.evaluate(50 * HOUR, 'OK')).toBe('ALARM');
});

test('an alarm of one day is evaluated each minute', () => {
  const book = new MetricBook();
  const alarm = new MetricAlarm(settings({ period: 86_400, threshold: 1 }), book, () => {});
  book.samples(ERRORS).add(0, 1);

  expect(alarm.evaluate(MINUTE, 'OK')).toBe('ALARM');
});

test('an expression is compared, and may refer to another one', () => {
  const book = new MetricBook();
  const alarm = new MetricAlarm(settings({
    metrics: [{ id: 'errors', metric: ERRORS, statistic: 'Sum' }, { id: 'runs', metric: INVOCATIONS, statistic: 'Sum' }],
    expressions: new Map([['share', 'FILL(errors, 0) / runs'], ['percent', '100 * share']]),
    compared: 'percent',
    threshold: 50,
  }), book, () => {});
  const runs = book.samples(INVOCATIONS);
  [0, 0, 1, 1].forEach(minute => runs.add(minute * MINUTE, 1));
  book.samples(ERRORS).add(MINUTE, 1);

  expect(alarm.evaluate(MINUTE, 'OK')).toBe('OK');
  expect(alarm.evaluate(2 * MINUTE, 'OK')).toBe('ALARM');
});

test('refuses an expression that refers to itself', () => {
  const alarm = new MetricAlarm(settings({ expressions: new Map([['a', 'errors + b'], ['b', 'errors + a']]), compared: 'a' }), new MetricBook(), () => {});

  expect(() => alarm.evaluate(MINUTE, 'OK')).toThrow(new RangeError('`Expression` must not refer to itself, got: `a`. Refer to a metric.'));
});

test('a metric that the service never publishes has no data', () => {
  const alarm = new MetricAlarm(settings({ metrics: [{ id: 'errors', statistic: 'Sum' }], missingData: 'missing' }), new MetricBook(), () => {});

  expect(alarm.evaluate(MINUTE, 'OK')).toBe('INSUFFICIENT_DATA');
});

test.each([['p99', 999, 1000], ['p90', 99, 100], ['p50', 19, 20], ['p10', 99, 100]])('%s of %i values leaves the state as it is, if the alarm says so, and that of %i values does not', (statistic, few, enough) => {
  const alarmOn = (values: number, ignoresFewSamples: boolean) => {
    const book = new MetricBook();
    const alarm = new MetricAlarm(settings({ metrics: [{ id: 'errors', metric: ERRORS, statistic }], ignoresFewSamples }), book, () => {});
    const errors = book.samples(ERRORS);
    Array.from({ length: values }).forEach(() => errors.add(0, 5));
    return alarm.evaluate(MINUTE, 'OK');
  };

  expect(alarmOn(few, true)).toBe('OK');
  expect(alarmOn(enough, true)).toBe('ALARM');
  expect(alarmOn(few, false)).toBe('ALARM');
});

test('does not guess statistics', () => {
  expect(() => new MetricAlarm(settings({ metrics: [{ id: 'errors', metric: ERRORS, statistic: 'tm90' }] }), new MetricBook(), () => {})).toThrow(NotKnownError);
});

test('is settled when an evaluation sees no value', () => {
  const book = new MetricBook();
  const changed = jest.fn();
  const alarm = new MetricAlarm(settings(), book, changed);
  expect(alarm.isSettledAt(0)).toBe(true);

  book.samples(ERRORS).add(0, 1);
  expect(changed).toHaveBeenCalledTimes(1);
  expect([1, 2, 3].map(minute => alarm.isSettledAt(minute * MINUTE))).toEqual([false, false, false]);
  expect(alarm.isSettledAt(4 * MINUTE)).toBe(true);
});

test('an alarm of more than a day is not settled before its evaluation', () => {
  const alarm = new MetricAlarm(settings({ period: 86_400, evaluationPeriods: 2 }), new MetricBook(), () => {});

  expect(alarm.isSettledAt(MINUTE)).toBe(false);
  expect(alarm.isSettledAt(HOUR)).toBe(true);
});
