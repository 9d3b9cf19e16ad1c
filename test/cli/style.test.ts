import { counted, painter } from '../../lib/cli/style';

test('writes colours for a terminal', () => {
  expect(painter(true)('red', 'lost')).toBe('\u001b[31mlost\u001b[0m');
});

test('writes plain text otherwise', () => {
  expect(painter(false)('red', 'lost')).toBe('lost');
});

test.each([[0, '0 errors'], [1, '1 error'], [2, '2 errors']])('%d', (count, text) => {
  expect(counted(count, 'error')).toBe(text);
});
