import { Lines, type DocumentPath, type ReadDocument } from './located-document';

/** A template is at most a few dozen levels deep. */
const DEEPEST = 200;

const WHITESPACE = /[ \t\r\n]*/y;
const CHARACTERS = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/** A value in a text: where it or its name begins, and what it holds. */
interface Written {
  readonly offset: number;
  readonly parts?: ReadonlyMap<string | number, Written>;
}

/** Reads a template in JSON. `JSON.parse` tells neither where a value is, nor which names are written twice. */
export const readJson: ReadDocument = source => {
  const text = source.replace(/^\uFEFF/, '');
  const lines = new Lines(text);
  try {
    const scanner = new Scanner(text);
    const root = scanner.document();
    const repeated = scanner.repeated.map(({ key, offset }) => ({ key, position: lines.at(offset) }));
    return { format: 'json', value: JSON.parse(text), repeated, positionOf: path => lines.at(offsetOf(root, path)) };
  } catch (error) {
    if (error instanceof JsonProblem) {
      return { problem: error.message, position: lines.at(error.offset) };
    }
    throw error;
  }
};

class JsonProblem extends Error {
  constructor(problem: string, readonly offset: number) {
    super(problem);
  }
}

function offsetOf(root: Written, path: DocumentPath): number {
  let written = root;
  for (const part of path) {
    const next = written.parts?.get(part);
    if (!next) {
      break;
    }
    written = next;
  }
  return written.offset;
}

/** Finds the places of all values. Recursion is safe, because its depth is checked. */
class Scanner {
  readonly repeated: Array<{ readonly key: string; readonly offset: number }> = [];
  private offset = 0;

  constructor(private readonly text: string) {}

  document(): Written {
    this.take(WHITESPACE);
    const root = this.value(this.offset, 1);
    if (this.offset < this.text.length) {
      throw this.unexpected('the end');
    }
    return root;
  }

  /** The value that begins here; `offset` is that of its name. */
  private value(offset: number, depth: number): Written {
    if (depth > DEEPEST) {
      throw new JsonProblem(`it is nested more than ${DEEPEST} levels deep`, this.offset);
    }
    switch (this.text[this.offset]) {
      case '{': return { offset, parts: this.parts('}', parts => this.entry(parts, depth)) };
      case '[': return { offset, parts: this.parts(']', parts => parts.set(parts.size, this.value(this.offset, depth + 1))) };
      case '"': this.name(); break;
      default:
        if (!this.take(SCALAR)) {
          throw this.unexpected('a value');
        }
    }
    this.take(WHITESPACE);
    return { offset };
  }

  private parts(end: string, add: (parts: Map<string | number, Written>) => void): Map<string | number, Written> {
    const parts = new Map<string | number, Written>();
    this.offset += 1;
    this.take(WHITESPACE);
    while (parts.size > 0 || this.text[this.offset] !== end) {
      add(parts);
      if (this.text[this.offset] === end) {
        break;
      }
      this.expect(',', `\`,\` or \`${end}\``);
    }
    this.expect(end, `\`${end}\``);
    return parts;
  }

  private entry(parts: Map<string | number, Written>, depth: number): void {
    const { offset } = this;
    const name = this.name();
    if (parts.has(name)) {
      this.repeated.push({ key: name, offset });
    }
    this.take(WHITESPACE);
    this.expect(':', '`:`');
    parts.set(name, this.value(offset, depth + 1));
  }

  private name(): string {
    const { offset, text } = this;
    if (text[offset] !== '"') {
      throw this.unexpected('a text in double quotes');
    }
    this.offset += 1;
    // One pattern for the whole text would need a stack as long as the text.
    do {
      this.take(CHARACTERS);
    } while (this.take(ESCAPE) !== '');
    if (text[this.offset] !== '"') {
      throw this.unexpected('the end of the text, or another character of it,');
    }
    this.offset += 1;
    return JSON.parse(text.slice(offset, this.offset));
  }

  private expect(character: string, expected: string): void {
    if (this.text[this.offset] !== character) {
      throw this.unexpected(expected);
    }
    this.offset += 1;
    this.take(WHITESPACE);
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    const [found] = pattern.exec(this.text) ?? [''];
    this.offset += found.length;
    return found;
  }

  private unexpected(expected: string): JsonProblem {
    return new JsonProblem(`${expected} is expected here`, this.offset);
  }
}
