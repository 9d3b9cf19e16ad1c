import { isIdentifierStart } from './java-characters';
import { Complaint, place } from './json-bytes';
import { isDigit, JsonTokens, QUOTE, VALUES } from './json-tokens';

/*
 * Lambda passes on the complaints of its JSON parser. The source of that parser is public: it tells what it complains
 * about, and at which place. This file follows it.
 */

/** An object or list that has not ended yet. */
interface Scope {
  readonly object: boolean;

  /** Its start, as the parser prints it. */
  readonly start: string;
  entries: number;
}

/**
 * The complaint of Lambda about a text that is not JSON.
 *
 * @returns undefined if the text starts with a value, or if the complaint is unknown
 */
export function jsonComplaint(bytes: Uint8Array): string | undefined {
  if (isOtherEncoding(bytes)) {
    return undefined;
  }
  try {
    new Reader(bytes).value();
    return undefined;
  } catch (error) {
    if (error instanceof Complaint) {
      return error.text;
    }
    throw error;
  }
}

/** Reads lists and objects of any depth, without recursion. */
class Reader extends JsonTokens {
  private readonly scopes: Scope[] = [];

  /** Reads one value, and nothing after it. */
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

  /** The first byte of the next value, after the scopes that end before it; undefined after the last value. */
  private following(): number | undefined {
    for (let scope = this.scopes.at(-1); scope; scope = this.scopes.at(-1)) {
      const byte = this.next(scope);
      if (byte !== undefined) {
        return byte;
      }
      this.scopes.pop();
    }
    return undefined;
  }

  /** Reads the value that starts with a byte. Of a list or object, it reads only the bracket. */
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
    if (byte !== 0x2d && !isDigit(byte)) {
      this.unexpectedValue(byte);
    }
    this.number(byte, this.scopes.length === 0);
  }

  private open(object: boolean): void {
    this.scopes.push({ object, start: this.location(this.at - 1), entries: 0 });
  }

  /** The first byte of the next value in a scope, after comma, name and colon; undefined at the end of the scope. */
  private next(scope: Scope): number | undefined {
    let byte = this.skipSpace();
    if (byte === undefined) {
      this.complain(`Unexpected end-of-input: expected close marker for ${scope.object ? 'Object' : 'Array'} (start marker at ${scope.start})`);
    }
    const [own, other] = scope.object ? ['}', ']'] : [']', '}'];
    if (byte === own.charCodeAt(0)) {
      return undefined;
    }
    if (byte === other.charCodeAt(0)) {
      this.complainBefore(`Unexpected close marker '${other}': expected '${own}' (for ${named(scope)} starting at ${scope.start})`);
    }
    if (scope.entries > 0) {
      if (byte !== 0x2c) {
        this.unexpected(byte, `was expecting comma to separate ${named(scope)} entries`);
      }
      byte = this.more(scope);
    }
    scope.entries += 1;
    if (!scope.object) {
      return byte;
    }
    if (byte !== QUOTE) {
      this.unexpected(this.decoded(byte, ''), 'was expecting double-quote to start field name');
    }
    this.name();
    const colon = this.more(scope);
    if (colon !== 0x3a) {
      this.unexpected(colon, 'was expecting a colon to separate field name and value');
    }
    return this.more(scope);
  }

  /** Takes a byte that has to come before the scope ends. */
  private more(scope: Scope): number {
    return this.skipSpace() ?? this.complain(`Unexpected end-of-input within/between ${named(scope)} entries`);
  }

  /** Complains about a byte with which no value starts. */
  private unexpectedValue(byte: number): never {
    const character = String.fromCharCode(byte);
    const inList = this.scopes.at(-1)?.object === false;
    if (character === '}' || character === ',' || (character === ']' && inList)) {
      this.unexpected(byte, 'expected a value');
    }
    if (character === '+') {
      this.take(' in a Number value');
      this.unexpectedInNumber(byte, 'JSON spec does not allow numbers to have plus signs: enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow');
    }
    // The parser prints the byte itself, not the character that starts with it.
    if (isIdentifierStart(byte)) {
      this.invalidToken(character);
    }
    return this.unexpected(byte, `expected a valid value ${VALUES}`);
  }
}

/** Whether the first bytes are those of UTF-16 or UTF-32, or a byte order mark. The parser reads them, too. */
function isOtherEncoding(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 4)];
  return start.includes(0) || (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) || (start[0] >= 0xfe && start[1] >= 0xfe);
}

function named(scope: Scope): string {
  return scope.object ? 'Object' : 'Array';
}
