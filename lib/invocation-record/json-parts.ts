import type { Json, JsonObject } from './json';

/** A member of an object, with its text. */
export function memberOf(object: JsonObject, text: string | undefined, name: string): Json {
  return { value: object[name], text: text === undefined ? undefined : partTexts(text).get(name) };
}

/** The items of a list, each with its text. */
export function itemsOf(list: readonly unknown[], text: string | undefined): Json[] {
  const texts = text === undefined ? undefined : partTexts(text);
  return list.map((value, index) => ({ value, text: texts?.get(`${index}`) }));
}

/**
 * Cuts the text of an object or list into the texts of its parts, by name or index. Parsing and writing again would
 * change some of them: `9007199254740993` becomes `9007199254740992`, and `1.10` becomes `1.1`.
 *
 * @param json valid JSON
 */
export function partTexts(json: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  let depth = 0;
  let start = 0;
  let name: string | undefined;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '"') {
      at = closingQuote(json, at);
    } else if (character === '{' || character === '[') {
      start = depth === 0 ? at + 1 : start;
      depth += 1;
    } else if (depth > 1) {
      depth -= character === '}' || character === ']' ? 1 : 0;
    } else if (character === ':') {
      name = JSON.parse(json.slice(start, at)) as string;
      start = at + 1;
    } else if (character === ',' || character === '}' || character === ']') {
      const text = json.slice(start, at).trim();
      // `{}` and `[]` have no parts. The last member of a name counts, as for `JSON.parse`.
      if (text !== '') {
        parts.set(name ?? `${parts.size}`, text);
      }
      start = at + 1;
    }
  }
  return parts;
}

function closingQuote(json: string, opening: number): number {
  let at = opening + 1;
  while (json[at] !== '"') {
    at += json[at] === '\\' ? 2 : 1;
  }
  return at;
}
