import { page } from '../../../lib/simulator/service/page';

const ITEMS = ['a', 'b', 'c', 'd'];

test.each([
  ['', { items: ITEMS }],
  ['MaxItems=5', { items: ITEMS }],
  ['MaxItems=4', { items: ITEMS }],
  ['MaxItems=3', { items: ['a', 'b', 'c'], nextMarker: '3' }],
  ['MaxItems=3&Marker=3', { items: ['d'] }],
  ['MaxItems=2&Marker=2', { items: ['c', 'd'] }],
  ['Marker=4', { items: [] }],
  ['Marker=no+marker', { items: ITEMS }],
])('the page of %j', (query, expected) => {
  expect(page(ITEMS, new URLSearchParams(query), 10)).toEqual(expected);
});

test('limits the length of a page', () => {
  expect(page(ITEMS, new URLSearchParams('MaxItems=100'), 2)).toEqual({ items: ['a', 'b'], nextMarker: '2' });
});
