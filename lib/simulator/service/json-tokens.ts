import { described, isIdentifierPart } from './java-characters';
import { Complaint, JsonBytes } from './json-bytes';

const BACKSLASH = 0x5c;
export const QUOTE = 0x22;
const LONGEST_TOKEN = 256;

/** The values that the parser expects, as it prints them. */
export const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/** Reads strings, names, words and numbers. */
export class JsonTokens extends JsonBytes {
  protected string(): void {
    for (;;) {
      const byte = this.take(' in VALUE_STRING');
      if (byte === QUOTE) {
        return;
      }
      if (byte === BACKSLASH) {
        this.escape();
      } else if (byte < 0x20) {
        this.unquoted(byte, 'string value');
      } else {
        this.decoded(byte, ' in VALUE_STRING');
      }
    }
  }

  /** Reads a name. It skips characters beyond ASCII, because the complaint about a broken one depends on the whole name. */
  protected name(): void {
    for (;;) {
      const byte = this.take(": was expecting closing '\"' for name");
      if (byte === QUOTE) {
        return;
      }
      if (byte === BACKSLASH) {
        this.escape();
      } else if (byte < 0x20) {
        this.unquoted(byte, 'name');
      }
    }
  }

  protected unquoted(byte: number, where: string): never {
    return this.complainBefore(`Illegal unquoted character (${described(byte)}): has to be escaped using backslash to be included in ${where}`);
  }

  protected escape(): void {
    const byte = this.take(' in character escape sequence');
    if ('btnfr"/\\'.includes(String.fromCharCode(byte))) {
      return;
    }
    if (byte !== 0x75) {
      this.complainBefore(`Unrecognized character escape ${described(this.decoded(byte, ''))}`);
    }
    for (let digits = 0; digits < 4; digits += 1) {
      const digit = this.take(' in character escape sequence');
      if (!/[0-9a-fA-F]/.test(String.fromCharCode(digit))) {
        this.unexpected(digit, 'expected a hex-digit for character escape sequence');
      }
    }
  }

  protected nonStandard(word: string): never {
    this.word(word);
    return this.complain(`Non-standard token '${word}': enable \`JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS\` to allow`);
  }

  protected word(word: string): void {
    for (let index = 1; index < word.length; index += 1, this.at += 1) {
      if (this.bytes[this.at] !== word.charCodeAt(index)) {
        this.invalidToken(word.slice(0, index));
      }
    }
    const start = this.at;
    const after = this.bytes[start];
    if (after === undefined || after < 0x30 || after === 0x5d || after === 0x7d) {
      return;
    }
    this.at += 1;
    const partOfWord = isIdentifierPart(this.decoded(after, ''));
    this.at = start;
    if (partOfWord) {
      this.invalidToken(word);
    }
  }

  protected number(first: number, atRoot: boolean): void {
    let byte = first;
    if (first === 0x2d) {
      byte = this.digitOrEnd();
      if (!isDigit(byte)) {
        this.unexpectedInNumber(byte, 'expected digit (0-9) to follow minus sign, for valid numeric value');
      }
    }
    if (byte === 0x30 && isDigit(this.bytes[this.at])) {
      this.complain('Invalid numeric value: Leading zeroes not allowed');
    }
    this.digits();
    if (this.bytes[this.at] === 0x2e) {
      this.at += 1;
      if (this.digits() === 0) {
        this.unexpectedInNumber(this.digitOrEnd(), 'Decimal point not followed by a digit');
      }
    }
    if (this.bytes[this.at] === 0x65 || this.bytes[this.at] === 0x45) {
      this.at += 1;
      if (this.bytes[this.at] === 0x2b || this.bytes[this.at] === 0x2d) {
        this.at += 1;
      }
      if (this.digits() === 0) {
        this.unexpectedInNumber(this.digitOrEnd(), 'Exponent indicator not followed by a digit');
      }
    }
    const after = this.bytes[this.at];
    if (atRoot && after !== undefined && !' \t\r\n'.includes(String.fromCharCode(after))) {
      this.at += 1;
      this.unexpected(after, 'Expected space separating root-level values');
    }
  }

  /** Takes a byte of a number. At the end of the text, the complaint depends on what came before, so it is unknown. */
  protected digitOrEnd(): number {
    if (this.at >= this.bytes.length) {
      throw new Complaint();
    }
    return this.bytes[this.at++];
  }

  protected digits(): number {
    const start = this.at;
    while (isDigit(this.bytes[this.at])) {
      this.at += 1;
    }
    return this.at - start;
  }

  protected unexpectedInNumber(character: number, comment: string): never {
    return this.complainBefore(`Unexpected character (${described(character)}) in numeric value: ${comment}`);
  }

  /** Complains about a word at the place of a value, and prints the whole word. */
  protected invalidToken(start: string): never {
    let token = start;
    while (this.at < this.bytes.length) {
      const character = this.decoded(this.bytes[this.at++], '');
      if (!isIdentifierPart(character)) {
        break;
      }
      token += String.fromCharCode(character);
      if (token.length >= LONGEST_TOKEN) {
        token += '...';
        break;
      }
    }
    return this.complain(`Unrecognized token '${token}': was expecting ${VALUES}`);
  }
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
