import { Composer, Lexer, Parser, type CST, type Document, type ParsedNode } from 'yaml';
import { lenientLexer } from './lenient-lexer';

/** A template is at most a few dozen levels deep. The library composes recursively, so that far deeper ones would end the process. */
const DEEPEST = 200;

/** A mistake at an offset of the text. */
export class SyntaxProblem extends Error {
  constructor(problem: string, readonly offset: number) {
    super(problem);
  }
}

/**
 * The nodes of a text that holds one document. All scalars are texts; `type` tells which are unquoted.
 *
 * @throws SyntaxProblem
 */
export function nodesOf(text: string): ParsedNode | null {
  try {
    return composed(text, new Lexer());
  } catch (strict) {
    try {
      return composed(text, lenientLexer());
    } catch {
      // It is nearer to the mistake.
      throw strict;
    }
  }
}

function composed(text: string, lexer: Lexer): ParsedNode | null {
  // Keys are compared later: the library compares each key with each other.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const documents: Document.Parsed[] = [];
  for (const token of tokensOf(text, lexer)) {
    if (isTooDeep(token)) {
      throw new SyntaxProblem(`it is nested more than ${DEEPEST} levels deep`, 'offset' in token ? token.offset : 0);
    }
    documents.push(...composer.next(token));
  }
  documents.push(...composer.end());
  const [first, ...others] = documents;
  const [error] = documents.flatMap(({ errors }) => errors).sort((a, b) => a.pos[0] - b.pos[0]);
  if (error) {
    throw new SyntaxProblem(clause(error.message), error.pos[0]);
  }
  const second = others.find(({ contents }) => contents !== null && contents.range[1] > contents.range[0]);
  if (second) {
    throw new SyntaxProblem('a second document begins here, and a template has only one', second.contents!.range[0]);
  }
  return first?.contents ?? null;
}

function* tokensOf(text: string, lexer: Lexer): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of lexer.lex(text)) {
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

/** A sentence of the library as the end of ours. */
function clause(message: string): string {
  return message.replace(/\.$/, '').replace(/^([A-Z])(?=[a-z ])/, letter => letter.toLowerCase());
}

/** What a token of the parser holds, as far as it is read here. */
interface Nested {
  readonly items?: ReadonlyArray<{ readonly key?: Nested | null; readonly value?: Nested }>;
  readonly value?: unknown;
}

function isTooDeep(token: object): boolean {
  const pending: Array<[token: Nested, depth: number]> = [[token, 0]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [{ items = [], value }, depth] = next;
    if (depth > DEEPEST) {
      return true;
    }
    if (typeof value === 'object' && value !== null) {
      pending.push([value, depth + 1]);
    }
    for (const { key, value: item } of items) {
      pending.push(...[key, item].flatMap((child): Array<[Nested, number]> => child ? [[child, depth + 1]] : []));
    }
  }
  return false;
}
