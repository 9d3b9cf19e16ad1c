/** A character as the messages of the service show it. */
export function described(character: number): string {
  if (character < 0x20 || (character >= 0x7f && character <= 0x9f)) return `(CTRL-CHAR, code ${character})`;
  const code = character > 255 ? `${character} / 0x${character.toString(16)}` : `${character}`;
  return `'${String.fromCodePoint(character)}' (code ${code})`;
}

/** Java's idea of a letter that may start a word. */
export function isIdentifierStart(character: number): boolean {
  return /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u.test(String.fromCodePoint(character));
}

/** Java's idea of a character in a word: control characters that nobody sees count. */
export function isIdentifierPart(character: number): boolean {
  return /[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mc}\p{Mn}\p{Cf}\x00-\x08\x0e-\x1b\x7f-\x9f]/u.test(String.fromCodePoint(character));
}
