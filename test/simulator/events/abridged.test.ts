import { abridged } from '../../../lib/simulator/events/abridged';

const lines = (count: number, indent = '') => Array.from({ length: count }, (_, index) => `${indent}0:00:0${index}  throttled`);

test.each([1, 2, 3])('keeps %i equal lines', count => {
  expect(abridged([...lines(count), '0:00:09  given up'])).toEqual([...lines(count), '0:00:09  given up']);
});

test.each([4, 5])('keeps the first and the last of %i equal lines', count => {
  const all = lines(count);
  expect(abridged(['0:00:00  accepted', ...all, '0:00:09  given up'])).toEqual(['0:00:00  accepted', all[0], `... ${count - 2} more times the same`, all[count - 1], '0:00:09  given up']);
});

test('keeps the indentation', () => {
  const all = lines(4, '  ');
  expect(abridged(all)).toEqual([all[0], '  ... 2 more times the same', all[3]]);
});

test('does not take lines of different depth for equal ones', () => {
  const all = [...lines(2), ...lines(2, '  ')];
  expect(abridged(all)).toEqual(all);
});

test('keeps the first and the last of equal pairs, whose counts of receives differ', () => {
  const pair = (receive: number) => [`  0:0${receive}:00  message to function \`F\``, `  0:0${receive}:00.500  not handled by function \`F\`: Error (receive ${receive})`];
  const pairs = [1, 2, 3, 4, 5].map(pair);
  expect(abridged(['0:00:00  message', ...pairs.flat(), '0:09:00  end'])).toEqual(['0:00:00  message', ...pairs[0], '  ... 3 more times the same', ...pairs[4], '0:09:00  end']);
  expect(abridged(pairs.slice(0, 3).flat())).toEqual(pairs.slice(0, 3).flat());
});

test('keeps lines that differ in more', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'a', 'b', 'c', 'd', 'e'];
  expect(abridged(all)).toEqual(all);
});
