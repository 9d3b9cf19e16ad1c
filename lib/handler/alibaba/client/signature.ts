import { createHash, createHmac } from 'node:crypto';
import type { HttpRequest } from './exchange';
import { timestamp } from './timestamp';
import type { AccessKey } from '../../../contract/alibaba-target';

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** What is said about a request besides what it does. */
export interface Occasion {
  /** In milliseconds since 1970. */
  readonly now: number;

  /** Unique text of the request. */
  readonly nonce: string;
}

/** Which operation of which API a request is for. */
export interface Operation {
  readonly action: string;
  readonly version: string;
}

/**
 * Signs a request with version 3 of the signature of Alibaba Cloud.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function signed(request: HttpRequest, { action, version }: Operation, key: AccessKey, { now, nonce }: Occasion): HttpRequest {
  const { securityToken } = key;
  const headers: Record<string, string> = {
    ...request.headers,
    'host': request.url.host,
    'x-acs-action': action,
    'x-acs-version': version,
    'x-acs-date': timestamp(now),
    'x-acs-signature-nonce': nonce,
    'x-acs-content-sha256': sha256(request.body),
    ...securityToken === undefined ? {} : { 'x-acs-accesskey-id': key.accessKeyId, 'x-acs-security-token': securityToken },
  };
  return { ...request, headers: { ...headers, authorization: authorization({ ...request, headers }, key) } };
}

/** @param request request with all headers, their names in lower case */
export function authorization({ method, url, headers }: HttpRequest, { accessKeyId, accessKeySecret }: AccessKey): string {
  const names = Object.keys(headers).filter(name => name === 'host' || name === 'content-type' || name.startsWith('x-acs-')).sort();
  const canonical = [
    method,
    url.pathname,
    canonicalQuery(url),
    ...names.map(name => `${name}:${headers[name].trim()}`),
    '',
    names.join(';'),
    headers['x-acs-content-sha256'],
  ].join('\n');
  const signature = createHmac('sha256', accessKeySecret).update(`${ALGORITHM}\n${sha256(canonical)}`).digest('hex');
  return `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
}

function canonicalQuery({ searchParams }: URL): string {
  return [...searchParams]
    .sort(([one], [other]) => one < other ? -1 : 1)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');
}

/** Encoding of RFC 3986, which includes some characters that JavaScript leaves out. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
