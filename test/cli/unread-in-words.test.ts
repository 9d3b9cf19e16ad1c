import { unreadInWords } from '../../lib/cli/unread-in-words';

test('says nothing if everything was read', () => {
  expect(unreadInWords([])).toEqual([]);
});

test('names each part in a line', () => {
  expect(unreadInWords([{ stack: 'S', reason: 'one' }, { stack: 'T', reason: 'two' }])).toEqual(['not everything could be read:\n  S: one\n  T: two']);
});
