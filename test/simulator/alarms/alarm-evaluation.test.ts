import { evaluated, type AlarmState, type Datapoint, type MissingData } from '../../../lib/simulator/alarms/alarm-evaluation';

/** Reads `0 - X`, as the user guide writes datapoints: within the threshold, missing, breaching. */
function datapoints(text: string): Datapoint[] {
  return text.split(' ').map(symbol => symbol === '-' ? undefined : symbol === 'X');
}

function state(text: string, [datapointsToAlarm, evaluationPeriods]: [number, number], missingData: MissingData, current: AlarmState = 'INSUFFICIENT_DATA'): AlarmState {
  return evaluated(datapoints(text), { evaluationPeriods, datapointsToAlarm, missingData }, current);
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
describe('the documented tables', () => {
  test.each<[string, [number, number], AlarmState, AlarmState | 'retained', AlarmState, AlarmState]>([
    ['0 - X - X', [3, 3], 'OK', 'OK', 'OK', 'OK'],
    ['0 - - - -', [3, 3], 'OK', 'OK', 'OK', 'OK'],
    ['- - - - -', [3, 3], 'INSUFFICIENT_DATA', 'retained', 'ALARM', 'OK'],
    ['0 X X - X', [3, 3], 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['- - X - -', [3, 3], 'ALARM', 'retained', 'ALARM', 'OK'],
    ['0 - X - X', [2, 3], 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 0 X 0 X', [2, 3], 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 - X - -', [2, 3], 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - - 0', [2, 3], 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - X -', [2, 3], 'ALARM', 'retained', 'ALARM', 'OK'],
  ])('%s of an alarm with %j', (text, periods, missing, ignore, breaching, notBreaching) => {
    expect(state(text, periods, 'missing')).toBe(missing);
    expect(state(text, periods, 'breaching')).toBe(breaching);
    expect(state(text, periods, 'notBreaching')).toBe(notBreaching);
    for (const current of ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const) {
      expect(state(text, periods, 'ignore', current)).toBe(ignore === 'retained' ? current : ignore);
    }
  });
});

describe('a breach among missing data', () => {
  test.each(['- - - - X', '- - - X -'])('%s is not old enough for 3 out of 3', text => {
    expect(state(text, [3, 3], 'missing')).toBe('OK');
    expect(state(text, [3, 3], 'ignore', 'ALARM')).toBe('OK');
  });

  test.each(['- - X - -', '- X - - -', 'X - - - -', '- - X X -', '- - X - X'])('%s is old enough for 3 out of 3', text => {
    expect(state(text, [3, 3], 'missing')).toBe('ALARM');
  });

  test('enough breaches are an alarm, however missing data is treated', () => {
    for (const missingData of ['missing', 'ignore', 'breaching', 'notBreaching'] as const) {
      expect(state('- - - X X', [2, 3], missingData)).toBe('ALARM');
    }
  });
});

test('datapoints before the evaluation range do not count', () => {
  expect(state('0 - - - - -', [3, 3], 'missing')).toBe('INSUFFICIENT_DATA');
  expect(state('X - - -', [1, 1], 'missing')).toBe('INSUFFICIENT_DATA');
});

test('an alarm of one period stays in its state until its last datapoint leaves the evaluation range', () => {
  expect(['X', 'X -', 'X - -', 'X - - -'].map(text => state(text, [1, 1], 'notBreaching'))).toEqual(['ALARM', 'ALARM', 'ALARM', 'OK']);
});

test('older real datapoints replace missing ones, the most recent first', () => {
  expect(state('X X 0 - 0', [2, 3], 'breaching')).toBe('OK');
  expect(state('0 X X - 0', [2, 3], 'notBreaching')).toBe('ALARM');
});
