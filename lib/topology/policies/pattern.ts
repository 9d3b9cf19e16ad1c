import { areAlike, isSamePart, partsOf, type Part, type Text } from '../values/value';

/** A character, or a part that only the deployment knows. */
type Token = string | Exclude<Part, string>;

/**
 * Whether a pattern of IAM, with `*` and `?`, covers a text.
 *
 * @returns `undefined` if only the deployment knows
 */
export function covers(pattern: Text, text: Text): boolean | undefined {
  if (pattern.kind === 'unknown' || text.kind === 'unknown') {
    return undefined;
  }
  // Most policies name one action and one resource.
  if (pattern.kind === 'literal' && text.kind === 'literal' && !/[*?]/.test(pattern.value)) {
    return pattern.value === text.value;
  }
  if (areAlike(pattern, text)) {
    return true;
  }
  const left = taken(pattern);
  const right = taken(text);
  if (matches(left.tokens, right.tokens)) {
    return true;
  }
  const certain = !(left.hasPart || right.hasPart) || differs(left.tokens, right.tokens, 1) || differs(left.tokens, right.tokens, -1);
  return certain ? false : undefined;
}

interface Taken {
  readonly tokens: readonly Token[];
  readonly hasPart: boolean;
}

/** Cached: in a large role, every statement is compared with every resource. */
const TAKEN = new WeakMap<Text, Taken>();

function taken(text: Text): Taken {
  const found = TAKEN.get(text) ?? takenApart(text);
  TAKEN.set(text, found);
  return found;
}

function takenApart(text: Text): Taken {
  const tokens = partsOf(text).flatMap<Token>(part => typeof part === 'string' ? [...part] : [part]);
  return { tokens, hasPart: tokens.some(isPart) };
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
    } else if (p < pattern.length && (isSamePart(pattern[p], text[t]) || (pattern[p] === '?' && !isPart(text[t])))) {
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

/** Whether the two differ before the first piece that could be anything, from the front or from the back. */
function differs(pattern: readonly Token[], text: readonly Token[], direction: 1 | -1): boolean {
  for (let index = direction === 1 ? 0 : -1; Math.abs(index) < pattern.length + (direction === 1 ? 0 : 1); index += direction) {
    const token = pattern.at(index)!;
    const other = text.at(index);
    if (other === undefined) {
      // The text ends before the pattern, which needs another character.
      const left = direction === 1 ? pattern.slice(index) : pattern.slice(0, pattern.length + index + 1);
      return left.some(needed => needed !== '*' && !isPart(needed));
    }
    if (token === '*' || token === '?') {
      return false;
    }
    if (isSamePart(token, other)) {
      continue;
    }
    if (isPart(token) && isPart(other)) {
      return token.kind === 'reference' && other.kind === 'reference' && token.attribute === other.attribute;
    }
    return isPart(token) ? isNever(token, other as string) : !isPart(other) || isNever(other, token);
  }
  // The pattern ends before the text. An unknown part may be empty; a character is not.
  const rest = direction === 1 ? text.slice(pattern.length) : text.slice(0, -pattern.length);
  return rest.some(token => !isPart(token));
}

/** Whether a part neither begins nor ends with a character. Accounts are digits, so the name of a service is none. */
function isNever(part: Exclude<Part, string>, character: string): boolean {
  return part.kind === 'pseudo' && part.name === 'AWS::AccountId' && (character < '0' || character > '9');
}

function isPart(token: Token): token is Exclude<Part, string> {
  return typeof token !== 'string';
}
