import { AWS_JSON } from './aws-json/protocol';
import { LAMBDA } from './lambda/protocol';
import type { HttpRequest, Protocol } from './protocol';
import { QUERY } from './query/protocol';
import { S3 } from './s3/protocol';

const FORM = 'application/x-www-form-urlencoded';

/** The protocol of a request, by what is in all requests of a protocol and in no other. */
export function protocolOf({ headers, signature }: Pick<HttpRequest, 'headers' | 'signature'>): Protocol {
  if (headers['x-amz-target'] !== undefined) {
    return AWS_JSON;
  }
  if (signature.service === 's3') {
    return S3;
  }
  return headers['content-type']?.startsWith(FORM) ? QUERY : LAMBDA;
}
