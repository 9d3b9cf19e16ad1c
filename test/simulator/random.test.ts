import { Random } from '../../lib/simulator/random';

test('yields the same numbers for the same seed, and others for another', () => {
  const told = (seed: number) => {
    const random = new Random(seed);
    return [random.next(), random.next(), random.uuid(1), random.uuid(1, 'request')];
  };
  expect(told(1)).toEqual(told(1));
  expect(new Set([...told(1), ...told(2)]).size).toBe(8);
});

test('makes UUIDs of version 4 without a draw', () => {
  const random = new Random(3);
  const ids = Array.from({ length: 1000 }, (_, number) => random.uuid(number));
  expect(new Set(ids).size).toBe(1000);
  expect(ids.filter(id => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
  expect(random.next()).toBe(new Random(3).next());
});

test('spreads numbers from 0 to 1', () => {
  const random = new Random(4);
  const numbers = Array.from({ length: 2000 }, () => random.next());
  expect(numbers.every(number => number >= 0 && number < 1)).toBe(true);
  expect(numbers.reduce((sum, number) => sum + number) / 2000).toBeCloseTo(0.5, 1);
});
