import { partsOf, type Part, type Text } from '../values/value';

/** A character, or a part that only the deployment knows. */
type Token = string | Exclude<Part, string>;

/**
 * Whether a pattern of IAM, with `*` and `?`, covers a text.
 *
 * @returns undefined when only the deployment knows
 */
export function covers(pattern: Text, text: Text): boolean | undefined {
  if (pattern.kind === 'unknown' || text.kind === 'unknown') return undefined;
  const left = tokens(pattern);
  const right = tokens(text);
  if (matches(left, right)) return true;
  const certain = differs(left, right) || differs([...left].reverse(), [...right].reverse()) || !(left.some(isPart) || right.some(isPart));
  return certain ? false : undefined;
}

function tokens(text: Text): Token[] {
  return partsOf(text).flatMap<Token>(part => typeof part === 'string' ? [...part] : [part]);
}

/** The usual greedy match: on failure, the last `*` takes one token more. */
function matches(pattern: readonly Token[], text: readonly Token[]): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      resume = t;
      p += 1;
    } else if (p < pattern.length && (same(pattern[p], text[t]) || (pattern[p] === '?' && !isPart(text[t])))) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      resume += 1;
      p = star + 1;
      t = resume;
    } else {
      return false;
    }
  }
  return pattern.slice(p).every(token => token === '*');
}

/** Whether the two part ways for certain before the first piece that could be anything. */
function differs(pattern: readonly Token[], text: readonly Token[]): boolean {
  for (const [index, token] of pattern.entries()) {
    const other = text[index];
    if (token === '*' || token === '?' || other === undefined) return false;
    if (same(token, other)) continue;
    if (isPart(token) && isPart(other)) return token.kind === 'reference' && other.kind === 'reference' && token.attribute === other.attribute;
    return !isPart(token) && !isPart(other);
  }
  return false;
}

function same(left: Token, right: Token): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  if (left.kind === 'pseudo') return right.kind === 'pseudo' && left.name === right.name && left.stack === right.stack;
  return right.kind === 'reference' && left.resource === right.resource && left.attribute === right.attribute;
}

function isPart(token: Token): token is Exclude<Part, string> {
  return typeof token !== 'string';
}
