/** Writes lines into an object. */
export interface LineWriter {
  write(line: string): Promise<void>;

  /** Completes the object. Without it, there is none. Writes no object without lines, unless there is a first line. */
  close(): Promise<void>;

  /** Gives it up. */
  abort(): Promise<void>;
}

/** The work bucket. */
export interface Work {
  /** The text of an object; undefined if there is none. */
  get(key: string): Promise<string | undefined>;
  put(key: string, text: string, contentType: string): Promise<void>;
  keys(prefix: string): AsyncIterable<string>;

  /** The lines of an object; none if there is no object. */
  lines(key: string): AsyncIterable<string>;

  /** Overwrites an object. Its memory does not grow with the number of lines. */
  writer(key: string, contentType: string): LineWriter;
}

export const JSON_TYPE = 'application/json';
export const LINES_TYPE = 'application/jsonl';
export const TEXT_TYPE = 'text/plain; charset=utf-8';
export const CSV_TYPE = 'text/csv; charset=utf-8';
