import { inspect } from '../doors/inspect';

/**
 * JSON that the simulator sends exactly as you write it: the `payload` of an event, or the response of a function.
 *
 *     sim.invoke('Orders', { payload: new JsonText('{"id": 9007199254740993, "amount": 1.10}') });
 *
 * JavaScript values cannot hold all numbers of JSON: integers beyond 2^53 are rounded, and `1.10` becomes `1.1`.
 */
export class JsonText {
  readonly #text: string;

  /**
   * @param text one JSON value
   * @throws SyntaxError if the text is not JSON
   */
  constructor(text: string) {
    if (typeof text !== 'string') {
      throw new TypeError(`\`text\` must be a string that holds JSON, got: ${inspect(text)}`);
    }
    JSON.parse(text);
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** @throws TypeError always, because a text within another value would have to be parsed */
  toJSON(): never {
    throw new TypeError('a `JsonText` must be the whole value, not a part of one. Write the whole value as text');
  }

  [inspect.custom](): string {
    return this.#text;
  }
}

/**
 * Writes a value as JSON.
 *
 * @returns undefined for a value that JSON leaves out, such as a function
 * @throws TypeError for a value that JSON cannot represent, such as a bigint or a circular object
 */
export function jsonOf(value: unknown): string | undefined {
  return value instanceof JsonText ? value.toString() : JSON.stringify(value);
}

/** Whether a text is one JSON value. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
