import { inspect } from 'node:util';

/**
 * JSON that is sent exactly as it is written: as the `payload` of an event, or as what a function returns.
 *
 *     sim.invoke('Orders', { payload: new JsonText('{"id": 9007199254740993, "amount": 1.10}') });
 *
 * A JavaScript value cannot hold every JSON text: integers beyond 2^53 are rounded, and `1.10` becomes `1.1`.
 */
export class JsonText {
  readonly #text: string;

  /**
   * @param text one JSON value
   * @throws SyntaxError if the text is not JSON
   */
  constructor(text: string) {
    if (typeof text !== 'string') throw new TypeError(`\`text\` must be a string that holds JSON, got: ${inspect(text)}`);
    JSON.parse(text);
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** @throws TypeError always: within another value, the text would be parsed and change */
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
 * @returns undefined for a value that JSON does not have, such as a function
 * @throws TypeError for a value that JSON cannot represent, such as a bigint or a circle
 */
export function jsonOf(value: unknown): string | undefined {
  return value instanceof JsonText ? value.toString() : JSON.stringify(value);
}
