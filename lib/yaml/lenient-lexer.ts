import { Lexer } from 'yaml';

/** The state of a lexer that this file changes. */
interface LexerState {
  indentNext: number;
  flowLevel: number;
  parseQuotedScalar(): Generator<string, unknown>;
}

/**
 * A lexer that does not ask for indentation within brackets and quotes.
 *
 * YAML asks for it, but the parsers behind CloudFormation and its tools do not, and many templates end
 * `[{` or a long quoted text at the left.
 */
export function lenientLexer(): Lexer {
  const lexer = new Lexer();
  const state = lexer as unknown as LexerState;
  const parseQuotedScalar = state.parseQuotedScalar.bind(lexer);
  let indentNext = 0;
  let isQuoted = false;
  Object.defineProperty(lexer, 'indentNext', {
    get: () => isQuoted || state.flowLevel > 0 ? 0 : indentNext,
    set: (value: number) => {
      indentNext = value;
    },
  });
  state.parseQuotedScalar = function* () {
    isQuoted = true;
    try {
      return yield* parseQuotedScalar();
    } finally {
      isQuoted = false;
    }
  };
  return lexer;
}
