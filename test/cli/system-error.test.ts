import { isSystemError, systemErrorInWords } from '../../lib/cli/system-error';

const failing = (code: string, path?: string) => Object.assign(new Error(`${code}: as Node.js says it`), { code, path, syscall: 'open' });

test.each([
  ['ENOENT', 'cannot read `event.json`: it does not exist.'],
  ['ENOTDIR', 'cannot read `event.json`: a part of its path is a file.'],
  ['EISDIR', 'cannot read `event.json`: it is a directory.'],
  ['EACCES', 'cannot read `event.json`: you have no permission.'],
  ['EPERM', 'cannot read `event.json`: you have no permission.'],
  ['EMFILE', 'cannot read `event.json`: EMFILE: as Node.js says it.'],
])('puts %s into words', (code, words) => {
  expect(systemErrorInWords(failing(code, 'event.json'))).toBe(words);
});

test('needs no path, which Node.js omits for a directory', () => {
  expect(systemErrorInWords(failing('EISDIR'))).toBe('cannot read a file: it is a directory.');
});

test('recognises the errors of the operating system', () => {
  expect([failing('ENOENT'), new Error('ENOENT'), 'ENOENT'].map(isSystemError)).toEqual([true, false, false]);
});
