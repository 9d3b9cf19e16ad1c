import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { checkedSums } from './checksums';
import { isChunked, joined } from './chunked-body';
import { routeOf } from './route';
import { element } from '../../service/model/xml';
import { S3_OPERATIONS } from '../../service/s3';
import { S3Error } from '../../service/s3/refusals';
import type { S3Request } from '../../service/s3/request';
import { ServiceError, type Service } from '../../state';
import { callerOf, messagingOf } from '../call';
import { ownError } from '../own-error';
import type { HttpRequest, Protocol } from '../protocol';
import { TooLargeError } from '../too-large-error';

/** The largest object that the simulator keeps in memory, in bytes. S3 takes 5 GiB at once. */
const LONGEST_OBJECT = 64 * 1024 * 1024;

/** What chunks and their signatures may add to an object. */
const ENVELOPE = 1024 * 1024;

/** Statuses whose answers have no body. */
const EMPTY: ReadonlySet<number> = new Set([204, 304]);

/** Amazon S3: bucket and key in the path, the object as body, documents in XML. */
export const S3: Protocol = {
  longestBody: LONGEST_OBJECT + ENVELOPE,

  answer: (service, request, response) => {
    const { operation, ...names } = routeOf(request);
    if (request.size > LONGEST_OBJECT + ENVELOPE) {
      throw new TooLargeError(request.size, LONGEST_OBJECT);
    }
    const { status, headers, body } = S3_OPERATIONS[operation].run({ ...names, ...contentOf(service, request) });
    send(request, response, status, headers, body);
  },

  refuse: (request, response, error) => {
    const requestId = newId();
    const { details = {}, headers = {} } = error instanceof S3Error ? error : {};
    const { status, code, message } = error instanceof ServiceError
      ? { status: error.statusCode, code: error.code, message: error.message }
      : ownError(error);
    const document = Object.entries({ Code: code, Message: message, ...details, RequestId: requestId, HostId: requestId })
      .map(([name, value]) => element(name, value)).join('');
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${document}</Error>`;
    send(request, response, status, { 'content-type': 'application/xml', ...headers }, body, requestId);
  },
};

function contentOf(service: Service, request: HttpRequest): Omit<S3Request, 'bucketName' | 'key'> {
  const headers = single(request.headers);
  const { body, trailers } = isChunked(headers) ? joined(request.body, headers['x-amz-decoded-content-length']) : { body: request.body, trailers: {} };
  const all = { ...headers, ...trailers };
  return {
    messaging: messagingOf(service),
    caller: callerOf(request),
    query: request.query,
    headers: all,
    body,
    checksums: request.method === 'PUT' ? checkedSums(all, body) : {},
  };
}

function single(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value ?? '']));
}

function newId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();
}

function send(
  { method }: HttpRequest, response: ServerResponse, status: number, headers: Readonly<Record<string, string | undefined>> = {}, body: Buffer | string = '',
  requestId = newId(),
): void {
  const known = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined);
  const length = EMPTY.has(status) ? [] : ['Content-Length', `${Buffer.byteLength(body)}`];
  response.writeHead(status, ['x-amz-request-id', requestId, 'x-amz-id-2', requestId, 'Server', 'AmazonS3', ...known.flat(), ...length]);
  response.end(method === 'HEAD' || EMPTY.has(status) ? undefined : body);
}
