/*
 * To compare JSON, its texts are parsed with every number as a text, because to parse a number may change it.
 * A letter in front of each text distinguishes numbers from texts.
 */

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Whether two texts have the same JSON value: the order of keys, white space and escapes do not count. Texts that are not JSON are compared as texts. */
export function isSameJson(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) {
    return one === other;
  }
  const values = [one, other].map(exactly);
  return values.every(value => value !== undefined) && isSame(values[0], values[1]);
}

/** Value of JSON text with each number as a text; nothing if the text is not JSON. */
function exactly(text: string): unknown {
  try {
    JSON.parse(text);
    return JSON.parse(tokens(text).map(exactToken).join(''));
  } catch {
    return undefined;
  }
}

/** Strings, numbers, and everything between them, of valid JSON text. */
function tokens(text: string): string[] {
  return text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[^"\d-]+/g) ?? [];
}

function exactToken(token: string): string {
  if (token.startsWith('"')) {
    return `"s${token.slice(1)}`;
  }
  return NUMBER.test(token) ? JSON.stringify(`n${normalNumber(token)}`) : token;
}

/** One text for all spellings of a number. */
function normalNumber(text: string): string {
  const [, sign, whole, fraction = '', exponent = '0'] = NUMBER.exec(text)!;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const scale = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return significant === '' ? '0' : `${sign}${significant}e${scale}`;
}

/** Whether two parsed values are the same, however deep they are. */
function isSame(one: unknown, other: unknown): boolean {
  const pairs: [unknown, unknown][] = [[one, other]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [left, right] = pair;
    if (!isContainer(left) || !isContainer(right)) {
      if (left !== right) {
        return false;
      }
      continue;
    }
    const keys = Object.keys(left);
    if (Array.isArray(left) !== Array.isArray(right) || keys.length !== Object.keys(right).length || !keys.every(key => Object.hasOwn(right, key))) {
      return false;
    }
    keys.forEach(key => pairs.push([left[key], right[key]]));
  }
  return true;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
