import { SimulatedAlarm } from '../../../lib/simulator/alarms/simulated-alarm';

const alarm = () => new SimulatedAlarm({ name: 'a', arn: 'arn:a', kind: 'composite', rule: 'TRUE' });

test('remembers each change of its state', () => {
  const changing = alarm();
  changing.enter('OK', 1000);
  changing.enter('OK', 2000);
  changing.enter(undefined, 3000);
  changing.enter('ALARM', 4000);

  expect(changing.state).toBe('ALARM');
  expect(changing.history).toEqual([{ at: new Date(1000), from: 'INSUFFICIENT_DATA', to: 'OK' }, { at: new Date(4000), from: 'OK', to: 'ALARM' }]);

  changing.reset();
  expect(changing).toMatchObject({ state: 'INSUFFICIENT_DATA', history: [] });
});

test('does nothing any more after a problem', () => {
  const failing = alarm();
  const problem = new RangeError('no');

  expect(failing.attempt(() => 1)).toBe(1);
  expect(failing.attempt(() => {
    throw problem;
  })).toBeUndefined();
  expect(failing.attempt(() => 2)).toBeUndefined();
  expect(failing.problem).toBe(problem);
});
