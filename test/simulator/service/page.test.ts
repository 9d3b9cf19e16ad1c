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
])('the page of %j', (query, expected) => {
  expect(page(ITEMS, new URLSearchParams(query), 10)).toEqual(expected);
});

test.each(['no marker', '5', '-1', '1.5'])('does not know the page of the marker %j', marker => {
  expect(() => page(ITEMS, new URLSearchParams({ Marker: marker }), 10)).toThrow(
    'The simulator does not know what Lambda answers to a marker that it has not given. Send the `NextMarker` of the page before.',
  );
});

test.each(['abc', '1.5', '', '1e3'])('does not know a page of %j items', MaxItems => {
  expect(() => page(ITEMS, new URLSearchParams({ MaxItems }), 10)).toThrow(
    'The simulator does not know what Lambda answers to `MaxItems` that is not an integer. Send an integer.',
  );
});

test('limits the length of a page', () => {
  expect(page(ITEMS, new URLSearchParams('MaxItems=100'), 2)).toEqual({ items: ['a', 'b'], nextMarker: '2' });
});
