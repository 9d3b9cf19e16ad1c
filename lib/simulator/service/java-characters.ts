/** A character, as messages of Lambda print it. */
export function described(character: number): string {
  if (character < 0x20 || (character >= 0x7f && character <= 0x9f)) {
    return `(CTRL-CHAR, code ${character})`;
  }
  const code = character > 255 ? `${character} / 0x${character.toString(16)}` : `${character}`;
  return `'${String.fromCodePoint(character)}' (code ${code})`;
}

/** Whether a Java identifier may start with the character. */
export function isIdentifierStart(character: number): boolean {
  return /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u.test(String.fromCodePoint(character));
}

/** Whether a Java identifier may contain the character. Invisible control characters count. */
export function isIdentifierPart(character: number): boolean {
  return /[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mc}\p{Mn}\p{Cf}\x00-\x08\x0e-\x1b\x7f-\x9f]/u.test(String.fromCodePoint(character));
}
