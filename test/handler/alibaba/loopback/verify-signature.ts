import { createHash, createHmac } from 'node:crypto';
import type { ReceivedRequest } from '../../loopback/scripted-server';

/** How old a request may be, in milliseconds. */
const VALIDITY = 15 * 60 * 1000;

/** Whose signatures are taken, and when it is. */
export interface Verifier {
  /** The secret of each AccessKey ID. */
  readonly secrets: Readonly<Record<string, string>>;

  /** The token of those that expire. */
  readonly tokens: Readonly<Record<string, string>>;
  now(): number;
}

/**
 * Says why a signature is not taken, or nothing if it is; from what is documented about V3 signatures, not from our client.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function signatureViolation({ method, path, query, headers, body }: ReceivedRequest, { secrets, tokens, now }: Verifier): string | undefined {
  const [, id = '', signedNames = '', signature] =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(header('authorization')) ?? [];
  if (!Object.hasOwn(secrets, id)) {
    return `unknown AccessKey ${id}`;
  }
  const names = signedNames.split(';');
  const required = ['host', ...Object.keys(headers).filter(name => name.startsWith('x-acs-') || name === 'content-type')];
  const unsigned = required.filter(name => !names.includes(name));
  if (unsigned.length > 0) {
    return `not signed: ${unsigned.join(', ')}`;
  }
  const missing = ['x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-content-sha256'].filter(name => header(name) === '');
  if (missing.length > 0) {
    return `missing: ${missing.join(', ')}`;
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(header('x-acs-date')) || Math.abs(Date.parse(header('x-acs-date')) - now()) > VALIDITY) {
    return `not the time: ${header('x-acs-date')}`;
  }
  if ((tokens[id] ?? '') !== header('x-acs-security-token')) {
    return 'not the token of that AccessKey';
  }
  if (header('x-acs-content-sha256') !== sha256(body)) {
    return 'not the hash of the body';
  }
  const canonicalQuery = [...new Set(query.keys())].sort().map(name => `${rfc3986(name)}=${rfc3986(query.get(name)!)}`).join('&');
  const canonicalHeaders = names.map(name => `${name}:${header(name).trim()}\n`).join('');
  const canonical = `${method}\n${path}\n${canonicalQuery}\n${canonicalHeaders}\n${signedNames}\n${sha256(body)}`;
  const expected = createHmac('sha256', secrets[id]).update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`).digest('hex');
  return signature === expected ? undefined : `not the signature, CanonicalRequest is ${canonical}`;

  function header(name: string): string {
    return String(headers[name] ?? '');
  }
}

function rfc3986(text: string): string {
  return [...Buffer.from(text)].map(byte => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9._~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
