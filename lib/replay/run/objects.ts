/** Objects with records. */
export interface Objects {
  /**
   * The bytes of an object; undefined if it is gone.
   *
   * @throws ObjectTooLarge if it has more than `largest` bytes
   */
  read(key: string, largest: number): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;

  /** Keys with a prefix, in order, that come after a text. */
  keys(prefix: string, after: string, most: number): Promise<readonly string[]>;
}

/** Thrown for an object that is larger than any record. */
export class ObjectTooLarge extends Error {
  readonly name = 'ObjectTooLarge';
}

/** Most bytes of an object with a record: an event of 1 MiB and a response of 6 MiB, and what JSON escapes. */
export const LARGEST_OBJECT = 32 * 1024 * 1024;
