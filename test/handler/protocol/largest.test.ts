import { largest } from '../../../lib/handler/protocol/largest';

test('the largest counts in bytes, not in characters', () => {
  expect(largest({ Small: 'x', Wide: 'äää', Long: 'xxxxx' })).toEqual(['Wide', 6]);
});

test('of equals, it is the first', () => {
  expect(largest({ One: 'xx', Other: 'xx' })).toEqual(['One', 2]);
});

test('of nothing, it is nothing', () => {
  expect(largest()).toEqual(['', 0]);
});
