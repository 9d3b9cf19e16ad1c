import { remembered } from '../../lib/simulator/remembered';

test.each(['', 0, false, null])('makes %p once for each key', value => {
  const values = new Map<string, typeof value>();
  const make = jest.fn(() => value);
  expect(['one', 'other', 'one'].map(key => remembered(values, key, make))).toEqual([value, value, value]);
  expect(make).toHaveBeenCalledTimes(2);
});
