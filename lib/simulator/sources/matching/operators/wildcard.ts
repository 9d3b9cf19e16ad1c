import type { ValueTest } from './value-test';

/**
 * The texts around the wildcards of a pattern; `undefined` if the pattern is malformed.
 *
 * `*` stands for any text, `\*` for an asterisk and `\\` for a backslash.
 */
export function wildcardParts(pattern: string): string[] | undefined {
  const parts = [''];
  for (let index = 0; index < pattern.length; index += 1) {
    const unit = pattern[index];
    const next = pattern[index + 1];
    if (unit === '*') {
      if (next === '*') {
        return undefined;
      }
      parts.push('');
    } else if (unit === '\\') {
      if (next !== '*' && next !== '\\') {
        return undefined;
      }
      parts[parts.length - 1] += next;
      index += 1;
    } else {
      parts[parts.length - 1] += unit;
    }
  }
  return parts;
}

/** Whether a string has these texts in this order, the first one at its start and the last one at its end. */
export function wildcard(parts: readonly string[]): ValueTest {
  const [first, ...between] = parts;
  const last = between.pop();
  if (last === undefined) {
    return value => value === first;
  }
  return value => {
    if (typeof value !== 'string' || value.length < first.length + last.length || !value.startsWith(first) || !value.endsWith(last)) {
      return false;
    }
    let at = first.length;
    for (const part of between) {
      const found = value.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length;
    }
    return at <= value.length - last.length;
  };
}
