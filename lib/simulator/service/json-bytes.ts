import { described } from './java-characters';

/** Ends the reading. It has no text if the message of Lambda is unknown. */
export class Complaint extends Error {
  constructor(readonly text?: string) {
    super(text);
  }
}

/** Reads the bytes of a text, and counts its lines. */
export class JsonBytes {
  protected at = 0;
  private row = 1;
  private rowStart = 0;

  constructor(protected readonly bytes: Uint8Array) {}

  /** Takes the next byte that is not white space; undefined at the end. */
  protected skipSpace(): number | undefined {
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at++];
      if (byte === 0x0a) {
        this.row += 1;
        this.rowStart = this.at;
      } else if (byte === 0x0d) {
        if (this.bytes[this.at] === 0x0a) {
          this.at += 1;
        }
        this.row += 1;
        this.rowStart = this.at;
      } else if (byte > 0x20) {
        if (byte === 0x2f) {
          this.unexpected(byte, "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)");
        }
        return byte;
      } else if (byte !== 0x20 && byte !== 0x09) {
        this.complain(`Illegal character (${described(byte)}): only regular white space (\\r, \\n, \\t) is allowed between tokens`);
      }
    }
    return undefined;
  }

  protected take(where: string): number {
    return this.at < this.bytes.length ? this.bytes[this.at++] : this.complain(`Unexpected end-of-input${where}`);
  }

  /** The character that starts with the byte just taken. Like Java, it keeps only the lower 16 bits. */
  protected decoded(byte: number, where: string): number {
    if (byte < 0x80) {
      return byte;
    }
    const [start, length] = byte >= 0xf0 ? [0xf0, 3] : byte >= 0xe0 ? [0xe0, 2] : [0xc0, 1];
    if (byte < 0xc0 || byte > 0xf7) {
      this.complain(`Invalid UTF-8 start byte 0x${byte.toString(16)}`);
    }
    let character = byte - start;
    for (let index = 0; index < length; index += 1) {
      const middle = this.take(where);
      if (middle < 0x80 || middle > 0xbf) {
        this.complain(`Invalid UTF-8 middle byte 0x${middle.toString(16)}`);
      }
      character = character * 64 + middle - 0x80;
    }
    return character % 0x10000;
  }

  protected unexpected(character: number, comment: string): never {
    return this.complainBefore(`Unexpected character (${described(character)}): ${comment}`);
  }

  protected complain(message: string): never {
    throw new Complaint(`${message}\n at ${this.location(this.at)}`);
  }

  /** Complains about the byte just taken. */
  protected complainBefore(message: string): never {
    throw new Complaint(`${message}\n at ${this.location(this.at - 1)}`);
  }

  protected location(index: number): string {
    return place(this.row, index - this.rowStart + 1);
  }
}

/** A place in the text, as the parser of Lambda prints it. */
export function place(row: number, column: number): string {
  return `[Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${row}, column: ${column}]`;
}
