import { AlarmHandle } from '../../lib/simulator/alarm-handle';
import { SimulatedAlarm } from '../../lib/simulator/alarms/simulated-alarm';
import { NotKnownError } from '../../lib/simulator/state/not-known-error';

const START = new Date('2026-01-01T00:00:00Z');

function alarm(): SimulatedAlarm {
  return new SimulatedAlarm({ name: 'dropped', arn: 'arn:dropped', kind: 'composite', rule: 'TRUE' });
}

test('tells name, ARN, state and history', () => {
  const simulated = alarm();
  const handle = new AlarmHandle(simulated, START);
  simulated.enter('OK', START.getTime() + 60_000);
  simulated.enter('ALARM', START.getTime() + 3_723_000);

  expect(handle).toMatchObject({ name: 'dropped', arn: 'arn:dropped', state: 'ALARM' });
  expect(handle.history).toEqual([
    { at: new Date('2026-01-01T00:01:00Z'), from: 'INSUFFICIENT_DATA', to: 'OK' },
    { at: new Date('2026-01-01T01:02:03Z'), from: 'OK', to: 'ALARM' },
  ]);
  expect(String(handle)).toBe('dropped: ALARM\n  0:01:00 INSUFFICIENT_DATA -> OK\n  1:02:03 OK -> ALARM');
});

test('a history that was read does not change any more', () => {
  const simulated = alarm();
  const { history } = new AlarmHandle(simulated, START);
  simulated.enter('OK', 0);

  expect(history).toEqual([]);
});

test('does not tell a state that is not known', () => {
  const simulated = alarm();
  const problem = new NotKnownError('the metric `x`', 'Use another one.');
  simulated.attempt(() => {
    throw problem;
  });
  const handle = new AlarmHandle(simulated, START);

  expect(() => handle.state).toThrow(problem);
  expect(() => handle.history).toThrow(problem);
  expect(String(handle)).toBe('dropped: The simulator does not know the metric `x`. Use another one.');
});
