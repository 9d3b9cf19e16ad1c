import { refused } from '../../service/s3/refusals';

/** A body, and the headers that came behind it. */
export interface ChunkedBody {
  readonly body: Buffer;
  readonly trailers: Readonly<Record<string, string>>;
}

const NEW_LINE = Buffer.from('\r\n');

/** Whether a body is sent in chunks, each with its size and maybe its signature, as the SDKs do. */
export function isChunked(headers: Readonly<Record<string, string>>): boolean {
  return headers['x-amz-content-sha256']?.startsWith('STREAMING-') === true;
}

/**
 * Joins the chunks of a body. Their signatures are not checked.
 *
 * @param length the header `x-amz-decoded-content-length`
 * @throws S3Error if the body ends too early, or has another length
 */
export function joined(bytes: Buffer, length: string | undefined): ChunkedBody {
  const chunks: Buffer[] = [];
  let position = 0;
  const line = () => {
    const end = bytes.indexOf(NEW_LINE, position);
    const text = end < 0 ? undefined : bytes.toString('latin1', position, end);
    position = end + NEW_LINE.length;
    return text;
  };
  for (;;) {
    const size = sizeOf(line());
    if (size === 0) {
      break;
    }
    chunks.push(bytes.subarray(position, position + size));
    position += size;
    if (line() !== '') {
      throw incomplete();
    }
  }
  const body = Buffer.concat(chunks);
  if (length !== undefined && Number(length) !== body.length) {
    throw incomplete();
  }
  return { body, trailers: trailersOf(bytes.toString('latin1', position)) };
}

/** A line like `1a3;chunk-signature=…`. */
function sizeOf(line: string | undefined): number {
  const found = /^([0-9a-f]{1,8})(?:;.*)?$/i.exec(line ?? '');
  if (!found) {
    throw incomplete();
  }
  return parseInt(found[1], 16);
}

function trailersOf(text: string): Record<string, string> {
  return Object.fromEntries(text.split(/\r?\n/).flatMap(line => {
    const colon = line.indexOf(':');
    return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  }));
}

function incomplete(): Error {
  return refused(400, 'IncompleteBody', 'The request body terminated unexpectedly');
}
