import { described, isIdentifierPart, isIdentifierStart } from '../../../lib/simulator/service/java-characters';

test.each([
  [0x1f, '(CTRL-CHAR, code 31)'],
  [0x20, "' ' (code 32)"],
  [0x7e, "'~' (code 126)"],
  [0x7f, '(CTRL-CHAR, code 127)'],
  [0x9f, '(CTRL-CHAR, code 159)'],
  [0xa0, "'\u00a0' (code 160)"],
  [0xff, "'ÿ' (code 255)"],
  [0x100, "'Ā' (code 256 / 0x100)"],
])('prints the character %i as %s', (character, shown) => {
  expect(described(character)).toBe(shown);
});

test.each([
  ['a', true, true], ['é', true, true], ['雪', true, true], ['_', true, true], ['$', true, true],
  ['1', false, true], ['\u0301', false, true], ['\u0000', false, true], ['\u007f', false, true],
  [' ', false, false], ['-', false, false], ['\n', false, false], ['"', false, false],
])('%j starts a word: %s, belongs to one: %s', (text, starts, belongs) => {
  const character = text.codePointAt(0)!;
  expect([isIdentifierStart(character), isIdentifierPart(character)]).toEqual([starts, belongs]);
});
