import { call, rate, unknownArguments } from '../../../../lib/simulator/alarms/math/functions';
import { scalar, series } from '../../../../lib/simulator/alarms/math/series';
import { NotKnownError } from '../../../../lib/simulator/state/not-known-error';

test('an aggregate of an array has a value where any member has one', () => {
  const array = { kind: 'array', members: [series([1, undefined, undefined]), series([3, 4, undefined])] } as const;

  expect(['SUM', 'AVG', 'MIN', 'MAX'].map(name => call(name, [array]))).toEqual([
    series([4, 4, undefined]), series([2, 2, undefined]), series([1, 4, undefined]), series([3, 4, undefined]),
  ]);
});

test('a rate is the change per second since the previous value', () => {
  expect(rate([series([undefined, 0, undefined, 60])], 30)).toEqual(series([undefined, undefined, undefined, 1]));
});

test.each(['toString', 'sum', 'DIFF'])('does not know %s', name => {
  expect(() => call(name, [scalar(1)])).toThrow(NotKnownError);
});

test('names the function whose arguments it does not know', () => {
  expect(unknownArguments('SLICE').message).toMatch(/^The simulator does not know what `SLICE` of metric math does with these arguments\. /);
});
