import { Lines } from '../../../lib/topology/assembly/located-document';

test.each([[0, 1, 1], [1, 1, 2], [2, 1, 3], [3, 2, 1], [4, 3, 1], [6, 3, 3]])('offset %d is at line %d, column %d', (offset, line, column) => {
  expect(new Lines('ab\n\ncd').at(offset)).toEqual({ line, column });
});

test('a text without line breaks has one line', () => {
  expect(new Lines('').at(0)).toEqual({ line: 1, column: 1 });
});
