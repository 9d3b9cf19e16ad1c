import { rangeOf } from '../../../../lib/simulator/service/s3/range';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,3-4', undefined],
  ['lines=0-1', undefined],
  ['bytes=5-4', undefined],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=9-9', { start: 9, end: 9 }],
  ['bytes=9-99', { start: 9, end: 9 }],
  ['bytes=3-', { start: 3, end: 9 }],
  ['bytes=-1', { start: 9, end: 9 }],
  ['bytes=-10', { start: 0, end: 9 }],
  ['bytes=-11', { start: 0, end: 9 }],
])('of ten bytes, %s means %j', (header, range) => {
  expect(rangeOf(header, 10)).toEqual(range);
});

test.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('ten bytes have none of %s', header => {
  expect(() => rangeOf(header, 10)).toThrow('The requested range is not satisfiable');
});

test('an empty object has no bytes', () => {
  expect(() => rangeOf('bytes=0-', 0)).toThrow('The requested range is not satisfiable');
});
