/** How a language writes comments and strings. */
export interface Notation {
  /** Matches a comment or a string at its beginning. Of a string, the first group is the opening quote, if its content does not matter. */
  readonly hidden: RegExp;
}

/** A template literal may hold code; here it is a string. */
export const TYPESCRIPT: Notation = { hidden: /\/\/[^\n]*|\/\*[^]*?\*\/|(['"])(?:\\[^]|(?!\1)[^\\\n])*\1|(`)(?:\\[^]|[^\\`])*`/g };
export const PYTHON: Notation = { hidden: /#[^\n]*|("""|''')[^]*?\1|(['"])(?:\\[^]|(?!\2)[^\\\n])*\2/g };

/** The source without comments, and without the content of strings. Positions stay the same. */
export function code(source: string, { hidden }: Notation): string {
  return source.replace(hidden, blank);
}

/** The source without comments. Positions stay the same. */
export function withoutComments(source: string, { hidden }: Notation): string {
  return source.replace(hidden, (found: string) => /^['"`]/.test(found) ? found : blank(found));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Position behind the parenthesis that closes the one at a position; nothing if none does. */
export function behindParentheses(source: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    depth += '([{'.includes(source[at]) ? 1 : ')]}'.includes(source[at]) ? -1 : 0;
    if (depth === 0) {
      return at + 1;
    }
  }
  return undefined;
}

/** Position of the end of the line that has a position, before its line break. */
export function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : source[end - 1] === '\r' ? end - 1 : end;
}

/** The line break that a text uses. */
export function lineBreak(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
