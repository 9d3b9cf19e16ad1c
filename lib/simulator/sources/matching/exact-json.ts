import { JsonNumber, readNumber } from './json-number';
import { JsonText } from '../../json-text';

/** Text with a number that a double may not hold: one of 16 digits and more, or one with an exponent. */
const MAY_LOSE = /\d(?:\.?\d){15}|\d[eE]/;

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],:]))/gy;

/**
 * Reads JSON as `JSON.parse` does, but keeps numbers that no double holds.
 *
 * @returns a value in which such a number is a `JsonNumber`
 * @throws SyntaxError if the text is not JSON
 */
export function readJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return MAY_LOSE.test(text) ? exactly(text) : value;
}

/** Writes a value of `readJson` as JSON. */
export function writeJson(value: unknown): string {
  if (value instanceof JsonNumber) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return `[${value.map(element => writeJson(element)).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).map(([name, child]) => `${JSON.stringify(name)}:${writeJson(child)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** What a value means to the matcher: the value itself, or what the text of a `JsonText` holds. */
export function jsonValue(value: unknown): unknown {
  return value instanceof JsonText ? readJson(value.toString()) : value;
}

/** Reads a text that is known to be JSON, without recursion, so that no depth exhausts the stack. */
function exactly(text: string): unknown {
  const root: unknown[] = [];
  const open: Array<unknown[] | Record<string, unknown>> = [root];
  let key: string | undefined;
  for (const [, string, number, keyword, sign] of text.matchAll(TOKEN)) {
    const holder = open[open.length - 1];
    if (string !== undefined && key === undefined && !Array.isArray(holder)) {
      key = JSON.parse(string) as string;
    } else if (sign === '}' || sign === ']') {
      open.pop();
    } else if (sign !== ',' && sign !== ':') {
      const value = sign === '{' ? {} : sign === '[' ? [] : number === undefined ? JSON.parse(string ?? keyword) : readNumber(number);
      if (Array.isArray(holder)) {
        holder.push(value);
      } else {
        Object.defineProperty(holder, key!, { value, enumerable: true, configurable: true, writable: true });
        key = undefined;
      }
      if (sign !== undefined) {
        open.push(value);
      }
    }
  }
  return root[0];
}
