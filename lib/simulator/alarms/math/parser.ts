import { tokens, type Token } from './tokens';
import { quoted } from '../../../constraints/violation';

/** A node of a parsed expression. */
export type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'array'; readonly members: readonly Node[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'minus'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node };

/** Operators by how close they bind, the loosest first. */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['OR']),
  new Set(['AND']),
  new Set(['==', '!=', '<=', '>=', '<', '>']),
  new Set(['+', '-']),
  new Set(['*', '/']),
];

/** Reads a metric math expression. */
export function parsed(text: string): Node {
  const parser = new Parser(text);
  return parser.expression();
}

class Parser {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(private readonly text: string) {
    this.tokens = tokens(text);
  }

  expression(): Node {
    const node = this.binary(0);
    if (this.next < this.tokens.length) {
      throw this.refused();
    }
    return node;
  }

  private binary(level: number): Node {
    if (level === LEVELS.length) {
      return this.unary();
    }
    let left = this.binary(level + 1);
    for (let operator = this.peek(); operator?.kind === 'operator' && LEVELS[level].has(operator.text); operator = this.peek()) {
      this.next += 1;
      left = { kind: 'binary', operator: operator.text, left, right: this.binary(level + 1) };
    }
    return left;
  }

  private unary(): Node {
    return this.takes('-') ? { kind: 'minus', operand: this.unary() } : this.power();
  }

  private power(): Node {
    const left = this.primary();
    return this.takes('^') ? { kind: 'binary', operator: '^', left, right: this.unary() } : left;
  }

  private primary(): Node {
    const token = this.peek();
    if (token === undefined) {
      throw this.refused();
    }
    this.next += 1;
    switch (token.kind) {
      case 'number': return { kind: 'number', value: Number(token.text) };
      case 'string': return { kind: 'string', value: token.text };
      case 'id': return { kind: 'id', id: token.text };
      case 'function': return { kind: 'call', name: token.text, args: this.takes('(') ? this.list(')') : [] };
      case 'operator': {
        if (token.text === '[') {
          return { kind: 'array', members: this.list(']') };
        }
        if (token.text === '(') {
          return this.parenthesized();
        }
        this.next -= 1;
        throw this.refused();
      }
    }
  }

  private parenthesized(): Node {
    const inner = this.binary(0);
    if (!this.takes(')')) {
      throw this.refused();
    }
    return inner;
  }

  /** The elements of a list, up to its end. */
  private list(end: string): Node[] {
    const elements: Node[] = [];
    while (!this.takes(end)) {
      if (elements.length > 0 && !this.takes(',')) {
        throw this.refused();
      }
      elements.push(this.binary(0));
    }
    return elements;
  }

  private peek(): Token | undefined {
    return this.tokens[this.next];
  }

  private takes(text: string): boolean {
    const token = this.peek();
    const found = token?.kind === 'operator' && token.text === text;
    this.next += found ? 1 : 0;
    return found;
  }

  private refused(): RangeError {
    const part = this.peek()?.text;
    const got = part === undefined ? `${quoted(this.text)}, which ends too early` : `${quoted(part)} in ${quoted(this.text)}`;
    return new RangeError(`\`Expression\` must be a metric math expression, got: ${got}. Write e.g. 100 * errors / invocations.`);
  }
}
