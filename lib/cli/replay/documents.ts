import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { decodedPieces } from '../input/encoding';
import { DASH } from '../input/input';
import { STANDARD_INPUT } from '../input/sources';
import { UsageError } from '../usage-error';

/** One JSON document, or a text that is not JSON. */
export interface Document {
  /** The file as the user names it, or below the directory that the user names. */
  readonly file: string;
  readonly text: string;
}

/** Most characters of a document that has several lines. */
export const LARGEST = 64 * 1024 * 1024;

/**
 * Reads files, directories with all below them, and the standard input. A file has one JSON document in each line, or is one
 * document. In the first form, only one line is in memory at a time.
 *
 * @throws UsageError for a document of several lines that is too large
 */
export async function* documents(paths: readonly string[]): AsyncGenerator<Document> {
  for (const path of paths) {
    for (const file of path === DASH ? [path] : files(path)) {
      yield* file === DASH ? documentsOf(STANDARD_INPUT, process.stdin) : documentsOf(file, createReadStream(file));
    }
  }
}

function* files(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    yield* files(join(path, name));
  }
}

/** The documents of a stream. If its first line is not JSON by itself, the whole may be. */
export async function* documentsOf(file: string, stream: Readable): AsyncGenerator<Document> {
  let whole: string[] | undefined;
  let length = 0;
  let isFirst = true;
  for await (const line of linesOf(stream)) {
    if (line.trim() === '') {
      continue;
    }
    whole = isFirst && !isJson(line) ? [] : whole;
    isFirst = false;
    if (!whole) {
      yield { file, text: line };
      continue;
    }
    length += line.length + 1;
    if (length > LARGEST) {
      throw new UsageError(`\`${file}\` must have at most ${LARGEST} characters, unless it has one JSON document in each line.`);
    }
    whole.push(line);
  }
  if (whole) {
    const text = whole.join('\n');
    yield* isJson(text) ? [{ file, text }] : whole.map(line => ({ file, text: line }));
  }
}

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  const input = Readable.from(decodedPieces(stream));
  // `readline` does not pass on errors of its input.
  const failed = new Promise<never>((_, reject) => input.once('error', reject));
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await Promise.race([lines.next(), failed]);
    if (done) {
      return;
    }
    yield value;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
