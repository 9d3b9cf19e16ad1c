import { inserted } from '../../../lib/cli/init/insertion';

test('inserts each text at its position, whatever the order', () => {
  expect(inserted('abc', [{ at: 3, text: '4' }, { at: 0, text: '1' }, { at: 1, text: '2' }])).toBe('1a2bc4');
});

test('inserts the texts of one position in their order', () => {
  expect(inserted('abc', [{ at: 2, text: '1' }, { at: 2, text: '2' }])).toBe('ab12c');
});

test('inserts nothing', () => {
  expect(inserted('abc', [])).toBe('abc');
});
