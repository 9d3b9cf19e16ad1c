import type { Place } from '../state';

/** The scope of a signature, e.g. `AKID/20261121/eu-west-1/lambda/aws4_request`. */
const CREDENTIAL = /Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/lambda\/aws4_request/;
const ACCOUNT = /^\d{12}$/;

/**
 * The Region and account of a client, as its signature tells them. The signature itself is not checked.
 *
 * @param authorization the header; an access key of twelve digits counts as an account
 */
export function placeOf(authorization: string | undefined): Place {
  const found = authorization === undefined ? null : CREDENTIAL.exec(authorization);
  if (!found) {
    return {};
  }
  const [, key, region] = found;
  return { region, account: ACCOUNT.test(key) ? key : undefined };
}
