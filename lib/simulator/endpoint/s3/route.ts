import { S3_OPERATIONS } from '../../service/s3';
import { listed, NotSimulatedError } from '../not-simulated-error';
import type { HttpRequest } from '../protocol';

/** A host name that begins with a bucket, e.g. `my-bucket.localhost`. */
const BUCKET_HOST = /^([a-z0-9][a-z0-9.-]+?)(?:\.s3)?\.localhost(?::\d+)?$/i;

/** Parameters of signatures and of clients, which change no answer. */
const IRRELEVANT = /^(?:x-id|x-amz-.*|response-.*|AWSAccessKeyId|Signature|Expires)$/i;

/** The operation of a request, and what it is about. */
export interface S3Route {
  readonly operation: string;
  readonly bucketName: string;
  readonly key: string;
}

/** @throws NotSimulatedError if the simulator does not serve it */
export function routeOf({ method, path, headers, query }: Pick<HttpRequest, 'method' | 'path' | 'headers' | 'query'>): S3Route {
  const host = BUCKET_HOST.exec(headers.host ?? '');
  const whole = decoded(path.slice(1));
  const slash = host ? -1 : whole.indexOf('/');
  const [bucketName, key] = host ? [host[1], whole] : slash < 0 ? [whole, ''] : [whole.slice(0, slash), whole.slice(slash + 1)];
  const operation = operationOf(method, bucketName, key, query, headers['x-amz-copy-source'] !== undefined);
  const known = Object.hasOwn(S3_OPERATIONS, operation) ? S3_OPERATIONS[operation].parameters : [];
  const unknown = [...query.keys()].find(name => !IRRELEVANT.test(name) && !known.includes(name));
  if (unknown !== undefined || !Object.hasOwn(S3_OPERATIONS, operation)) {
    throw new NotSimulatedError(`${unknown === undefined ? operation : `\`${unknown}\` of ${method}`} of Amazon S3`, listed(Object.keys(S3_OPERATIONS)));
  }
  return { operation, bucketName, key };
}

function operationOf(method: string, bucketName: string, key: string, query: URLSearchParams, isCopy: boolean): string {
  if (key === '') {
    return method === 'GET' && bucketName !== '' && query.get('list-type') === '2' ? 'ListObjectsV2' : `${method} on that path`;
  }
  switch (method) {
    case 'PUT': return isCopy ? 'CopyObject' : 'PutObject';
    case 'GET': return 'GetObject';
    case 'HEAD': return 'HeadObject';
    case 'DELETE': return 'DeleteObject';
    default: return `${method} on that path`;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new NotSimulatedError('a path that is not percent-encoded', listed(Object.keys(S3_OPERATIONS)));
  }
}
