import { Surroundings } from './surroundings';
import { AlarmBoard } from '../../../lib/simulator/alarms/alarm-board';
import type { AlarmState } from '../../../lib/simulator/alarms/alarm-evaluation';
import { MetricAlarm, type MetricAlarmSettings } from '../../../lib/simulator/alarms/metric-alarm';
import { MINUTE } from '../../../lib/simulator/alarms/metric-samples';
import type { AlarmSettings } from '../../../lib/simulator/alarms/simulated-alarm';
import { NotKnownError } from '../../../lib/simulator/state/not-known-error';

afterEach(() => jest.restoreAllMocks());

function onErrors(name: string, differing: Partial<MetricAlarmSettings> = {}): AlarmSettings {
  return {
    name,
    arn: `arn:${name}`,
    kind: 'metric',
    metrics: [{ id: 'm', metric: { of: 'fn', name: 'Errors' }, statistic: 'Sum' }],
    expressions: new Map(),
    compared: 'm',
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    period: 60,
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    missingData: 'notBreaching',
    ignoresFewSamples: false,
    ...differing,
  };
}

function composite(name: string, rule: string): AlarmSettings {
  return { name, arn: `arn:${name}`, kind: 'composite', rule };
}

function board(...alarms: AlarmSettings[]) {
  const around = new Surroundings();
  const made = new AlarmBoard(alarms, around);
  const states = (): AlarmState[] => made.alarms.map(({ state }) => state);
  return { around, board: made, states, fail: () => made.watchOf('fn')!('Errors', 1, '$LATEST') };
}

test('a new alarm has insufficient data until its first evaluation', () => {
  const { around, states } = board(onErrors('a'), onErrors('b', { missingData: 'breaching' }), onErrors('c', { missingData: 'missing' }));
  expect(states()).toEqual(['INSUFFICIENT_DATA', 'INSUFFICIENT_DATA', 'INSUFFICIENT_DATA']);

  around.moveTo(MINUTE);
  expect(states()).toEqual(['OK', 'ALARM', 'INSUFFICIENT_DATA']);
});

test('an alarm fires at the next full minute, and recovers when its data leaves the evaluation range', () => {
  const { around, board: { alarms: [alarm] }, fail } = board(onErrors('a'));
  around.moveTo(10 * MINUTE + 5);
  fail();
  around.moveTo(60 * MINUTE);

  expect(alarm.history.map(({ at, from, to }) => [at.getTime() / MINUTE, from, to])).toEqual([
    [1, 'INSUFFICIENT_DATA', 'OK'], [11, 'OK', 'ALARM'], [14, 'ALARM', 'OK'],
  ]);
});

test('a clock that settles waits for the alarm that may fire, and not for its recovery', () => {
  const { around, states, fail } = board(onErrors('a'));
  fail();
  around.settle();
  expect(states()).toEqual(['ALARM']);

  around.settle();
  expect(around.now()).toBe(MINUTE);
});

test('nothing is evaluated while there is no data', () => {
  const { around, fail } = board(onErrors('a'));
  around.moveTo(100 * MINUTE);
  expect(around.waiting).toBe(0);

  fail();
  around.moveTo(200 * MINUTE);
  expect(around.waiting).toBe(0);
});

test('an app without alarms waits for nothing', () => {
  const { around, board: made } = board();

  expect(around.waiting).toBe(0);
  expect(made.watchOf('fn')).toBeUndefined();
});

describe('a queue', () => {
  const onAge = onErrors('q', { metrics: [{ id: 'm', metric: { of: 'queue', name: 'ApproximateAgeOfOldestMessage' }, statistic: 'Maximum' }], threshold: 90 });

  test('is looked at once a minute from its first message on', () => {
    const { around, board: made, states } = board(onAge);
    around.moveTo(5 * MINUTE);
    around.queues.set('queue ApproximateAgeOfOldestMessage', 60);
    made.arrived('queue');
    around.settle();
    expect(states()).toEqual(['OK']);

    around.queues.set('queue ApproximateAgeOfOldestMessage', 120);
    around.moveTo(7 * MINUTE);
    expect(states()).toEqual(['ALARM']);

    around.queues.clear();
    around.moveTo(8 * MINUTE);
    expect(states()).toEqual(['OK']);
  });

  test('has metrics until six hours after its last message', () => {
    const { around, board: made, states } = board({ ...onAge, missingData: 'missing' } as AlarmSettings);
    made.arrived('queue');
    around.moveTo(362 * MINUTE);
    expect(states()).toEqual(['OK']);
    expect(around.waiting).toBe(1);

    around.moveTo(370 * MINUTE);
    expect(states()).toEqual(['INSUFFICIENT_DATA']);
    expect(around.waiting).toBe(0);
  });

  test('is active as long as it has messages', () => {
    const { around, board: made, states } = board(onAge);
    around.queues.set('queue ApproximateAgeOfOldestMessage', 1000);
    made.arrived('queue');
    around.moveTo(24 * 60 * MINUTE);

    expect(states()).toEqual(['ALARM']);
    expect(made.queues).toEqual(new Set(['queue']));
  });
});

describe('a composite alarm', () => {
  test('follows alarms by name and by ARN', () => {
    const { around, states, fail } = board(composite('c', 'ALARM("a") AND NOT ALARM("arn:b")'), onErrors('a'), onErrors('b', { threshold: 2 }));
    around.moveTo(MINUTE);
    expect(states()).toEqual(['OK', 'OK', 'OK']);

    fail();
    around.settle();
    expect(states()).toEqual(['ALARM', 'ALARM', 'OK']);
  });

  test('follows composite alarms, in any order', () => {
    const { around, states, fail } = board(composite('d', 'ALARM(c)'), composite('c', 'ALARM(b)'), composite('b', 'ALARM(a)'), onErrors('a'));
    fail();
    around.settle();

    expect(states()).toEqual(['ALARM', 'ALARM', 'ALARM', 'ALARM']);
  });

  test('that contradicts itself does not stop the simulation', () => {
    const { around, states } = board(composite('a', 'NOT ALARM(b)'), composite('b', 'ALARM(a)'));
    around.moveTo(MINUTE);

    expect(states()).toHaveLength(2);
  });

  test('on an alarm outside the app has no known state', () => {
    const { around, board: { alarms } } = board(composite('c', 'ALARM(elsewhere)'), composite('d', 'ALARM(c)'));
    around.moveTo(MINUTE);

    expect(alarms.map(({ problem }) => problem)).toEqual([
      new NotKnownError('the state of the alarm `elsewhere`, to which the rule of `c` refers', 'Refer to alarms of the app, on metrics of its functions and queues.'),
      new NotKnownError('the state of the alarm `c`, to which the rule of `d` refers', 'Refer to alarms of the app, on metrics of its functions and queues.'),
    ]);
  });
});

test('an alarm that the simulator does not know leaves the others alone', () => {
  const { around, board: { alarms }, states, fail } = board(
    { name: 'u', arn: 'arn:u', kind: 'unplayed', subject: 'the metric `AWS/EC2 CPUUtilization`' },
    onErrors('p', { metrics: [{ id: 'm', metric: { of: 'fn', name: 'Errors' }, statistic: 'tm90' }] }),
    onErrors('e', { expressions: new Map([['e', 'DIFF(m)']]), compared: 'e' }),
    onErrors('a'),
  );
  fail();
  around.settle();

  expect(states()[3]).toBe('ALARM');
  expect(alarms.map(({ problem }) => problem?.message)).toEqual([
    'The simulator does not know the metric `AWS/EC2 CPUUtilization`. Alarm on metrics of functions, queues, rules, topics and schedules of the app.',
    expect.stringContaining('how CloudWatch computes the statistic `tm90`'),
    expect.stringContaining('the function `DIFF` of metric math'),
    undefined,
  ]);
});

test('a reset forgets data, states and history, and evaluates anew', () => {
  const { around, board: made, states, fail } = board(onErrors('a'));
  fail();
  around.settle();
  fail();
  made.reset();
  expect(states()).toEqual(['INSUFFICIENT_DATA']);
  expect(made.alarms[0].history).toEqual([]);

  around.moveTo(10 * MINUTE);
  expect(states()).toEqual(['OK']);
  expect(made.alarms[0].history).toHaveLength(1);
});

test('an alarm is evaluated while it sees data, and rests for the rest of an hour', () => {
  const { around, board: { alarms: [alarm] }, fail } = board(onErrors('a', { period: 300 }));
  const evaluate = jest.spyOn(MetricAlarm.prototype, 'evaluate');
  for (let hour = 0; hour < 8760; hour += 1) {
    around.moveTo(hour * 60 * MINUTE);
    fail();
  }

  expect(alarm.history.filter(({ to }) => to === 'ALARM')).toHaveLength(8759);
  // In each minute of the three periods that it looks at, and once more.
  expect(evaluate).toHaveBeenCalledTimes(8759 * 16);
});

test('alarms without data are not evaluated while others have some', () => {
  const { around, board: made, fail } = board(onErrors('a'), ...Array.from({ length: 5000 }, (_, index) => onErrors(`${index}`, { metrics: [{ id: 'm', metric: { of: `fn${index}`, name: 'Errors' }, statistic: 'Sum' }] })));
  around.moveTo(MINUTE);
  const evaluate = jest.spyOn(MetricAlarm.prototype, 'evaluate');
  for (let hour = 1; hour < 1000; hour += 1) {
    around.moveTo(hour * 60 * MINUTE);
    fail();
  }

  expect(made.alarms[0].history.length).toBeGreaterThan(1900);
  expect(new Set(evaluate.mock.contexts).size).toBe(1);
});
