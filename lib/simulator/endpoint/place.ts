import type { Place } from '../state';

/** `AKID/20261121/eu-west-1/lambda/aws4_request`, the scope of a signature. */
const CREDENTIAL = /Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/lambda\/aws4_request/;
const ACCOUNT = /^\d{12}$/;

/**
 * Where a client takes itself to be: its signature names the Region. The signature itself is not checked.
 *
 * @param authorization the header; an access key of twelve digits is taken for an account
 */
export function placeOf(authorization: string | undefined): Place {
  const found = authorization === undefined ? null : CREDENTIAL.exec(authorization);
  if (!found) return {};
  const [, key, region] = found;
  return { region, account: ACCOUNT.test(key) ? key : undefined };
}
