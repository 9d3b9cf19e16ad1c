/*
 * JSON that is passed on stays the text that it is: to parse and print it changes numbers, e.g. 9007199254740993 and 1.10.
 * All of these functions take valid JSON.
 */

/** Text of a value inside JSON text, exactly as it is written; nothing if the path leads nowhere. */
export function jsonAt(text: string, path: readonly string[]): string | undefined {
  const [key, ...rest] = path;
  const value = key === undefined ? text : members(text).get(key);
  return value === undefined || key === undefined ? value?.trim() : jsonAt(value, rest);
}

/** The value of JSON text: a string for a string, the text itself for anything else. */
export function textOf(json: string): string {
  return json.startsWith('"') ? JSON.parse(json) as string : json;
}

/**
 * JSON text of an object with one more member.
 *
 * @param value JSON text
 */
export function withMember(object: string, key: string, value: string): string {
  const rest = object.slice(0, object.lastIndexOf('}'));
  return `${rest}${members(object).size === 0 ? '' : ','}${JSON.stringify(key)}:${value}}`;
}

/** Members of an object, or elements of a list by index. A key that occurs twice has its last value, as in `JSON.parse`. */
function members(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const start = text.search(/\S/);
  const isList = text[start] === '[';
  if (!isList && text[start] !== '{') {
    return found;
  }
  let at = next(text, start + 1);
  while (text[at] !== '}' && text[at] !== ']') {
    let key = `${found.size}`;
    if (!isList) {
      const end = endOfString(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      at = next(text, next(text, end) + 1);
    }
    const end = endOfValue(text, at);
    found.set(key, text.slice(at, end));
    at = next(text, end);
    at = text[at] === ',' ? next(text, at + 1) : at;
  }
  return found;
}

/** Position of the next character that is not white space. */
function next(text: string, from: number): number {
  let at = from;
  while (' \n\r\t'.includes(text[at])) {
    at += 1;
  }
  return at;
}

function endOfValue(text: string, start: number): number {
  if (text[start] === '"') {
    return endOfString(text, start);
  }
  if (text[start] !== '{' && text[start] !== '[') {
    return find(text, /[\s,\]}]/g, start) ?? text.length;
  }
  let depth = 0;
  for (let at = start; ; at = find(text, /["[\]{}]/g, at)!) {
    if (text[at] === '"') {
      at = endOfString(text, at);
      continue;
    }
    depth += text[at] === '{' || text[at] === '[' ? 1 : -1;
    at += 1;
    if (depth === 0) {
      return at;
    }
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += text[at] === '\\' ? 2 : 1) {
    at = find(text, /["\\]/g, at)!;
    if (text[at] === '"') {
      return at + 1;
    }
  }
}

function find(text: string, pattern: RegExp, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}
