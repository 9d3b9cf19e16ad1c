import type { IncomingMessage } from 'node:http';

/** What a client sends: kept as far as it may be of use, counted to its end. */
export interface Body {
  readonly kept: Buffer;
  readonly size: number;
}

/** Who sends more than this is cut off: nobody waits for the end. In multiples of what is kept. */
const PATIENCE = 16;

const NOTHING = Buffer.alloc(0);

/**
 * Reads the body of a request.
 *
 * @param longest what is kept at most, in bytes; of a longer body nothing is kept
 * @param use called once, at the end of the body; never when the client goes away before
 */
export function readBody(request: IncomingMessage, longest: number, use: (body: Body) => void): void {
  let chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= longest) chunks.push(chunk);
    else chunks = [];
    if (size > longest * PATIENCE) request.destroy();
  });
  request.on('end', () => {
    const kept = chunks.length === 1 ? chunks[0] : chunks.length === 0 ? NOTHING : Buffer.concat(chunks);
    use({ kept, size });
  });
  // The client has gone: nobody is left to answer.
  request.on('error', () => {});
}
