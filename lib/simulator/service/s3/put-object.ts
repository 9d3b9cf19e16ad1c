import { checkWrite } from './conditions';
import { refused } from './refusals';
import { bucketOf, type S3Answer, type S3Request } from './request';
import { OBJECT_KEY, USER_METADATA } from '../../../constraints/aws-s3/object';
import { md5 } from '../../../doors/hash';

/** The headers that an object keeps, besides the metadata of users. */
const KEPT = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'content-type', 'expires', 'x-amz-server-side-encryption', 'x-amz-website-redirect-location'];
const METADATA = 'x-amz-meta-';
const CONTENT_TYPE = 'binary/octet-stream';

/** How a client sends an object, which is no part of the object. */
const TRANSFER_ENCODING = 'aws-chunked';

export function putObject(request: S3Request): S3Answer {
  const { messaging, caller, key, headers, body, checksums } = request;
  const bucket = bucketOf(request);
  checkKey(key);
  const kept = keptHeaders(headers);
  const present = messaging.buckets.get(bucket, key);
  checkWrite(key, present && 'body' in present ? present : undefined, headers);
  const etag = `"${md5(body)}"`;
  const { versionId } = messaging.buckets.put(bucket, { key, body, etag, headers: kept, checksums }, caller);
  return { status: 200, headers: { 'etag': etag, 'x-amz-version-id': versionId, 'x-amz-server-side-encryption': kept['x-amz-server-side-encryption'] ?? bucket.encryption, ...checksums, 'x-amz-checksum-type': 'FULL_OBJECT' } };
}

function checkKey(key: string): void {
  const size = Buffer.byteLength(key);
  if (size > OBJECT_KEY.max) {
    throw refused(400, 'KeyTooLongError', 'Your key is too long', { Size: `${size}`, MaxSizeAllowed: `${OBJECT_KEY.max}` });
  }
}

function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const metadata = Object.entries(headers).filter(([name]) => name.startsWith(METADATA));
  const size = metadata.reduce((sum, [name, value]) => sum + Buffer.byteLength(name.slice(METADATA.length)) + Buffer.byteLength(value), 0);
  if (size > USER_METADATA.max) {
    throw refused(400, 'MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size', {
      Size: `${size}`, MaxSizeAllowed: `${USER_METADATA.max}`,
    });
  }
  const kept = KEPT.flatMap(name => headers[name] === undefined ? [] : [[name, headers[name]]]);
  const { 'content-encoding': encoding, ...others } = Object.fromEntries([...kept, ...metadata]) as Record<string, string>;
  const encodings = (encoding ?? '').split(',').map(name => name.trim()).filter(name => name !== '' && name !== TRANSFER_ENCODING);
  return { 'content-type': CONTENT_TYPE, ...others, ...encodings.length === 0 ? {} : { 'content-encoding': encodings.join(',') } };
}
