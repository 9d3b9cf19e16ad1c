import { combined, mapped, pointOf, scalar, series, type Value } from '../../../../lib/simulator/alarms/math/series';
import { NotKnownError } from '../../../../lib/simulator/state/not-known-error';

const plus = (one: Value, other: Value) => combined('+', (left, right) => left + right, one, other);

test('two scalars are a scalar', () => {
  expect(plus(scalar(1), scalar(2))).toEqual(scalar(3));
});

test('a scalar meets each value that a series has', () => {
  expect(plus(scalar(1), series([1, undefined]))).toEqual(series([2, undefined]));
  expect(plus(series([1, undefined]), scalar(1))).toEqual(series([2, undefined]));
});

test('where one of two series has no value, it counts as 0', () => {
  expect(plus(series([1, undefined, undefined]), series([undefined, 2, undefined]))).toEqual(series([1, 2, undefined]));
});

test('an operation without a result drops the point', () => {
  expect(combined('/', () => undefined, series([1]), scalar(0))).toEqual(series([undefined]));
});

test('an array meets a scalar and a series member by member', () => {
  const array: Value = { kind: 'array', members: [series([1]), series([2])] };

  expect(plus(array, scalar(1))).toEqual({ kind: 'array', members: [series([2]), series([3])] });
  expect(plus(series([10]), array)).toEqual({ kind: 'array', members: [series([11]), series([12])] });
  expect(mapped(array, point => -point)).toEqual({ kind: 'array', members: [series([-1]), series([-2])] });
  expect(() => plus(array, array)).toThrow(NotKnownError);
});

test('a scalar has its value at each period', () => {
  expect(pointOf(scalar(5), 3)).toBe(5);
  expect(pointOf(series([1, 2]), 1)).toBe(2);
});
