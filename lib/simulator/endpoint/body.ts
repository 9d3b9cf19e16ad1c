import type { IncomingMessage } from 'node:http';

/** A client that sends more than this is cut off. In multiples of the longest body that is kept. */
const PATIENCE = 80;

/** The body of a request, and its full size. A body that is too long is counted, but not kept. */
export interface Body {
  readonly kept: Buffer;
  readonly size: number;
}

const NOTHING = Buffer.alloc(0);

/**
 * Reads the body of a request.
 *
 * @param longest the longest body that is kept, in bytes
 * @param use called once, at the end of the body; never if the client disconnects before
 */
export function readBody(request: IncomingMessage, longest: number, use: (body: Body) => void): void {
  let chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= longest) {
      chunks.push(chunk);
    } else {
      chunks = [];
    }
    if (size > longest * PATIENCE) {
      request.destroy();
    }
  });
  request.on('end', () => {
    const kept = chunks.length === 1 ? chunks[0] : chunks.length === 0 ? NOTHING : Buffer.concat(chunks);
    use({ kept, size });
  });
  // The client has disconnected.
  request.on('error', () => {});
}
