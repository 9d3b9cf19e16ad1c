import type { Place } from '../state';

/** What the scope of a signature tells. */
export interface Signature {
  /** The service, e.g. `lambda`. */
  readonly service?: string;

  /** The Region and account of the client. An access key of twelve digits counts as an account. */
  readonly place: Place;
}

const UNSIGNED: Signature = { place: {} };

/** The scope, e.g. `AKID/20261121/eu-west-1/lambda/aws4_request`. Signatures for several Regions name none. */
const SCOPE = /^([^/,\s]+)\/\d{8}\/(?:([a-z0-9-]+)\/)?([a-z0-9-]+)\/aws4_request/;
const ACCOUNT = /^\d{12}$/;

/** The older signature has no scope. Only clients of S3 still use it, mostly in URLs. */
const OLD_SCHEME = 'AWS ';

/**
 * Reads the scope of a signature. The signature itself is not checked.
 *
 * @param authorization the header
 * @param query that of the request: URLs that were signed in advance have their signature there
 */
export function signatureOf(authorization: string | undefined, query: URLSearchParams): Signature {
  if (authorization === undefined && query.size === 0) {
    return UNSIGNED;
  }
  if (authorization?.startsWith(OLD_SCHEME) || query.has('AWSAccessKeyId')) {
    return { service: 's3', place: {} };
  }
  const scope = authorization === undefined ? query.get('X-Amz-Credential') : /Credential=(\S+)/.exec(authorization)?.[1];
  const found = SCOPE.exec(scope ?? '');
  if (!found) {
    return UNSIGNED;
  }
  const [, key, region, service] = found;
  return { service, place: { region, account: ACCOUNT.test(key) ? key : undefined } };
}
