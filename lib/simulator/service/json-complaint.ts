import { described, isIdentifierPart, isIdentifierStart } from './java-characters';

/*
 * The service reads JSON with a parser of its own, whose complaints it passes on. What that parser
 * says about a text, and where, is documented by its public source; this file says the same.
 */

const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const LONGEST_TOKEN = 256;

/** A bracket that waits for its counterpart. */
interface Scope {
  readonly object: boolean;

  /** Where it starts, as the parser says it. */
  readonly start: string;
  entries: number;
}

/**
 * What the service says about a text that is not JSON.
 *
 * @returns nothing when it can read a value there, or when nobody knows what it says
 */
export function jsonComplaint(bytes: Uint8Array): string | undefined {
  if (isOtherEncoding(bytes)) return undefined;
  try {
    new Reader(bytes).value();
    return undefined;
  } catch (error) {
    if (error instanceof Complaint) return error.text;
    throw error;
  }
}

/** Ends the reading; without a text where nobody knows it. */
class Complaint extends Error {
  constructor(readonly text?: string) {
    super(text);
  }
}

class Reader {
  private at = 0;
  private row = 1;
  private rowStart = 0;
  private readonly scopes: Scope[] = [];

  constructor(private readonly bytes: Uint8Array) {}

  /** Reads one value, however deep, and looks at nothing that follows it. */
  value(): void {
    let byte = this.skipSpace();
    if (byte === 0x5d || byte === 0x7d) {
      const [own, other] = byte === 0x5d ? [']', '}'] : ['}', ']'];
      this.complainBefore(`Unexpected close marker '${own}': expected '${other}' (for root starting at ${place(1, 0)})`);
    }
    while (byte !== undefined) {
      this.begin(byte);
      byte = this.following();
    }
  }

  /** The first byte of the next value, past all scopes that end before; nothing after the last. */
  private following(): number | undefined {
    for (let scope = this.scopes.at(-1); scope; scope = this.scopes.at(-1)) {
      const byte = this.next(scope);
      if (byte !== undefined) return byte;
      this.scopes.pop();
    }
    return undefined;
  }

  /** Reads a value that starts with a byte; of a list or object its bracket only. */
  private begin(byte: number): void {
    switch (String.fromCharCode(byte)) {
      case '{': return this.open(true);
      case '[': return this.open(false);
      case '"': return this.string();
      case 't': return this.word('true');
      case 'f': return this.word('false');
      case 'n': return this.word('null');
      case 'N': return this.nonStandard('NaN');
      case 'I': return this.nonStandard('Infinity');
    }
    if (byte !== 0x2d && !isDigit(byte)) this.unexpectedValue(byte);
    this.number(byte);
  }

  private open(object: boolean): void {
    this.scopes.push({ object, start: this.location(this.at - 1), entries: 0 });
  }

  /** The first byte of the next value in a scope, past commas, names and colons; nothing at its end. */
  private next(scope: Scope): number | undefined {
    let byte = this.skipSpace();
    if (byte === undefined) {
      this.complain(`Unexpected end-of-input: expected close marker for ${scope.object ? 'Object' : 'Array'} (start marker at ${scope.start})`);
    }
    const [own, other] = scope.object ? ['}', ']'] : [']', '}'];
    if (byte === own.charCodeAt(0)) return undefined;
    if (byte === other.charCodeAt(0)) {
      this.complainBefore(`Unexpected close marker '${other}': expected '${own}' (for ${named(scope)} starting at ${scope.start})`);
    }
    if (scope.entries > 0) {
      if (byte !== 0x2c) this.unexpected(byte, `was expecting comma to separate ${named(scope)} entries`);
      byte = this.more(scope);
    }
    scope.entries += 1;
    if (!scope.object) return byte;
    if (byte !== QUOTE) this.unexpected(this.decoded(byte, ''), 'was expecting double-quote to start field name');
    this.name();
    const colon = this.more(scope);
    if (colon !== 0x3a) this.unexpected(colon, 'was expecting a colon to separate field name and value');
    return this.more(scope);
  }

  /** A byte that has to come before the scope ends. */
  private more(scope: Scope): number {
    return this.skipSpace() ?? this.complain(`Unexpected end-of-input within/between ${named(scope)} entries`);
  }

  private string(): void {
    for (;;) {
      const byte = this.take(' in VALUE_STRING');
      if (byte === QUOTE) return;
      if (byte === BACKSLASH) this.escape();
      else if (byte < 0x20) this.unquoted(byte, 'string value');
      else this.decoded(byte, ' in VALUE_STRING');
    }
  }

  /** Characters beyond ASCII are passed over: what is said of broken ones in a name depends on what else is in it. */
  private name(): void {
    for (;;) {
      const byte = this.take(": was expecting closing '\"' for name");
      if (byte === QUOTE) return;
      if (byte === BACKSLASH) this.escape();
      else if (byte < 0x20) this.unquoted(byte, 'name');
    }
  }

  private unquoted(byte: number, where: string): never {
    return this.complainBefore(`Illegal unquoted character (${described(byte)}): has to be escaped using backslash to be included in ${where}`);
  }

  private escape(): void {
    const byte = this.take(' in character escape sequence');
    if ('btnfr"/\\'.includes(String.fromCharCode(byte))) return;
    if (byte !== 0x75) this.complainBefore(`Unrecognized character escape ${described(this.decoded(byte, ''))}`);
    for (let digits = 0; digits < 4; digits += 1) {
      const digit = this.take(' in character escape sequence');
      if (!/[0-9a-fA-F]/.test(String.fromCharCode(digit))) this.unexpected(digit, 'expected a hex-digit for character escape sequence');
    }
  }

  private nonStandard(word: string): never {
    this.word(word);
    return this.complain(`Non-standard token '${word}': enable \`JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS\` to allow`);
  }

  private word(word: string): void {
    for (let index = 1; index < word.length; index += 1, this.at += 1) {
      if (this.bytes[this.at] !== word.charCodeAt(index)) this.invalidToken(word.slice(0, index));
    }
    const start = this.at;
    const after = this.bytes[start];
    if (after === undefined || after < 0x30 || after === 0x5d || after === 0x7d) return;
    this.at += 1;
    const partOfWord = isIdentifierPart(this.decoded(after, ''));
    this.at = start;
    if (partOfWord) this.invalidToken(word);
  }

  private number(first: number): void {
    let byte = first;
    if (first === 0x2d) {
      byte = this.digitOrEnd();
      if (!isDigit(byte)) this.unexpectedInNumber(byte, 'expected digit (0-9) to follow minus sign, for valid numeric value');
    }
    if (byte === 0x30 && isDigit(this.bytes[this.at])) this.complain('Invalid numeric value: Leading zeroes not allowed');
    this.digits();
    if (this.bytes[this.at] === 0x2e) {
      this.at += 1;
      if (this.digits() === 0) this.unexpectedInNumber(this.digitOrEnd(), 'Decimal point not followed by a digit');
    }
    if (this.bytes[this.at] === 0x65 || this.bytes[this.at] === 0x45) {
      this.at += 1;
      if (this.bytes[this.at] === 0x2b || this.bytes[this.at] === 0x2d) this.at += 1;
      if (this.digits() === 0) this.unexpectedInNumber(this.digitOrEnd(), 'Exponent indicator not followed by a digit');
    }
    const after = this.bytes[this.at];
    if (this.scopes.length === 0 && after !== undefined && !' \t\r\n'.includes(String.fromCharCode(after))) {
      this.at += 1;
      this.unexpected(after, 'Expected space separating root-level values');
    }
  }

  /** What is said about a number that the text ends in depends on what came before it. */
  private digitOrEnd(): number {
    if (this.at >= this.bytes.length) throw new Complaint();
    return this.bytes[this.at++];
  }

  private digits(): number {
    const start = this.at;
    while (isDigit(this.bytes[this.at])) this.at += 1;
    return this.at - start;
  }

  private unexpectedValue(byte: number): never {
    const character = String.fromCharCode(byte);
    const inList = this.scopes.at(-1)?.object === false;
    if (character === '}' || character === ',' || (character === ']' && inList)) this.unexpected(byte, 'expected a value');
    if (character === '+') {
      this.take(' in a Number value');
      this.unexpectedInNumber(byte, 'JSON spec does not allow numbers to have plus signs: enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow');
    }
    // A byte that is no start of a token is told as it is, not as the character that it may begin.
    if (isIdentifierStart(byte)) this.invalidToken(character);
    return this.unexpected(byte, `expected a valid value ${VALUES}`);
  }

  /** Tells the whole word that stands where a value should. */
  private invalidToken(start: string): never {
    let token = start;
    while (this.at < this.bytes.length) {
      const character = this.decoded(this.bytes[this.at++], '');
      if (!isIdentifierPart(character)) break;
      token += String.fromCharCode(character);
      if (token.length >= LONGEST_TOKEN) {
        token += '...';
        break;
      }
    }
    return this.complain(`Unrecognized token '${token}': was expecting ${VALUES}`);
  }

  /** The character that starts with a byte that has been taken. */
  private decoded(byte: number, where: string): number {
    if (byte < 0x80) return byte;
    const [start, length] = byte >= 0xf0 ? [0xf0, 3] : byte >= 0xe0 ? [0xe0, 2] : [0xc0, 1];
    if (byte < 0xc0 || byte > 0xf7) this.complain(`Invalid UTF-8 start byte 0x${byte.toString(16)}`);
    let character = byte - start;
    for (let index = 0; index < length; index += 1) {
      const middle = this.take(where);
      if (middle < 0x80 || middle > 0xbf) this.complain(`Invalid UTF-8 middle byte 0x${middle.toString(16)}`);
      character = character * 64 + middle - 0x80;
    }
    return character;
  }

  /** The next byte that is not white space. */
  private skipSpace(): number | undefined {
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at++];
      if (byte === 0x0a) {
        this.row += 1;
        this.rowStart = this.at;
      } else if (byte === 0x0d) {
        if (this.bytes[this.at] === 0x0a) this.at += 1;
        this.row += 1;
        this.rowStart = this.at;
      } else if (byte > 0x20) {
        if (byte === 0x2f) this.unexpected(byte, "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)");
        return byte;
      } else if (byte !== 0x20 && byte !== 0x09) {
        this.complain(`Illegal character (${described(byte)}): only regular white space (\\r, \\n, \\t) is allowed between tokens`);
      }
    }
    return undefined;
  }

  private take(where: string): number {
    return this.at < this.bytes.length ? this.bytes[this.at++] : this.complain(`Unexpected end-of-input${where}`);
  }

  private unexpected(character: number, comment: string): never {
    return this.complainBefore(`Unexpected character (${described(character)}): ${comment}`);
  }

  private unexpectedInNumber(character: number, comment: string): never {
    return this.complainBefore(`Unexpected character (${described(character)}) in numeric value: ${comment}`);
  }

  private complain(message: string): never {
    throw new Complaint(`${message}\n at ${this.location(this.at)}`);
  }

  /** The place is that of the byte just taken. */
  private complainBefore(message: string): never {
    throw new Complaint(`${message}\n at ${this.location(this.at - 1)}`);
  }

  private location(index: number): string {
    return place(this.row, index - this.rowStart + 1);
  }
}

/** The parser also reads UTF-16 and UTF-32, which show in their first bytes, and passes over a mark of the byte order. */
function isOtherEncoding(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 4)];
  return start.includes(0) || (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) || (start[0] >= 0xfe && start[1] >= 0xfe);
}

function place(row: number, column: number): string {
  return `[Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${row}, column: ${column}]`;
}

function named(scope: Scope): string {
  return scope.object ? 'Object' : 'Array';
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
