import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Answer } from '../../service';
import { ServiceError } from '../../state';
import { traceId } from '../../trace-id';
import { ownError } from '../own-error';

/** The statuses of errors with a `Message`. All others have a `message`. */
const CAPITAL_MESSAGE: ReadonlySet<number> = new Set([403, 404, 413]);

const TOO_MANY_REQUESTS = 429;

/** In seconds. The API reference documents the header, but not its value. */
const RETRY_AFTER = '1';

/** Sends an answer of the service. */
export function reply(response: ServerResponse, { status, headers, body, requestId = randomUUID() }: Answer): void {
  // A flat list is the fastest form of headers.
  const list: string[] = ['x-amzn-RequestId', requestId, 'X-Amzn-Trace-Id', traceId(requestId)];
  if (status === 202) {
    list.push('x-amzn-Remapped-Content-Length', '0');
  }
  if (status !== 204) {
    list.push('Content-Type', 'application/json', 'Content-Length', `${body === undefined ? 0 : Buffer.byteLength(body)}`);
  }
  if (headers) {
    list.push(...Object.entries(headers).flat());
  }
  response.writeHead(status, list);
  response.end(body);
}

/** Sends an error: as Lambda does, or as an error of the simulator. */
export function replyError(response: ServerResponse, error: unknown): void {
  const { code, status, document } = described(error);
  const headers: Record<string, string> = { 'x-amzn-ErrorType': code, ...status === TOO_MANY_REQUESTS ? { 'Retry-After': RETRY_AFTER } : {} };
  reply(response, { status, headers, body: JSON.stringify(document) });
}

function described(error: unknown): { code: string; status: number; document: object } {
  if (error instanceof ServiceError) {
    return { code: error.code, status: error.statusCode, document: documentOf(error) };
  }
  const { code, status, message } = ownError(error);
  return { code, status, document: { message } };
}

function documentOf({ code, statusCode, message, reason, type }: ServiceError): object {
  if (code === 'ValidationException') {
    return { message };
  }
  const text = CAPITAL_MESSAGE.has(statusCode) ? { Message: message } : { message };
  return { Reason: reason, Type: type ?? undefined, ...text };
}
