import { quoted } from '../../../constraints/violation';

/** A token of a metric math expression. "All functions must be written in uppercase letters", and ids "must start with a lowercase letter". */
export interface Token {
  readonly kind: 'number' | 'string' | 'id' | 'function' | 'operator';
  readonly text: string;
}

const TOKEN = /\s*(?:(?<number>\d+(?:\.\d+)?|\.\d+)|"(?<string>[^"]*)"|(?<id>[a-z]\w*)|(?<function>[A-Z]\w*)|(?<operator>&&|\|\||[<>=!]=|[-+*/^<>()[\],]))/y;

/** Operators that are written as words or twice. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([['&&', 'AND'], ['||', 'OR']]);

const WORDS: ReadonlySet<string> = new Set(SYNONYMS.values());

/** Splits a metric math expression. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const start = pattern.lastIndex;
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) {
      throw new RangeError(`\`Expression\` must be a metric math expression, got: ${quoted(text.slice(start).trim())} in ${quoted(text)}. Write e.g. 100 * errors / invocations.`);
    }
    const [kind, token] = Object.entries(groups).find(([, part]) => part !== undefined)! as [Token['kind'], string];
    found.push(WORDS.has(token) ? { kind: 'operator', text: token } : { kind, text: SYNONYMS.get(token) ?? token });
  }
  return found;
}
