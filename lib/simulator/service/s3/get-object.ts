import { isUnchanged } from './conditions';
import { rangeOf } from './range';
import { noSuchKey, refused, S3Error } from './refusals';
import { bucketOf, versionOf, type S3Answer, type S3Request } from './request';
import type { StoredObject } from '../../state';

/** The parameters that replace headers of the answer. */
const OVERRIDES = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'content-type', 'expires'];

/** Also answers HeadObject, whose answer has no body. */
export function getObject(request: S3Request): S3Answer {
  const object = objectOf(request);
  const { headers, query } = request;
  const common = {
    'etag': object.etag,
    'last-modified': new Date(object.lastModified).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-version-id': object.versionId,
    'x-amz-server-side-encryption': bucketOf(request).encryption,
    ...object.headers,
    ...Object.fromEntries(OVERRIDES.flatMap(name => query.has(`response-${name}`) ? [[name, query.get(`response-${name}`)!]] : [])),
  };
  if (isUnchanged(object, headers)) {
    return { status: 304, headers: { 'etag': object.etag, 'last-modified': common['last-modified'] } };
  }
  const range = rangeOf(headers.range, object.body.length);
  if (range) {
    const { start, end } = range;
    return {
      status: 206,
      headers: { ...common, 'content-range': `bytes ${start}-${end}/${object.body.length}` },
      body: object.body.subarray(start, end + 1),
    };
  }
  const checksums = headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED' ? { ...object.checksums, 'x-amz-checksum-type': 'FULL_OBJECT' } : {};
  return { status: 200, headers: { ...common, ...checksums }, body: object.body };
}

/** @throws S3Error if it does not exist */
function objectOf(request: S3Request): StoredObject {
  const { messaging, key } = request;
  const bucket = bucketOf(request);
  const versionId = versionOf(request, bucket);
  const found = messaging.buckets.get(bucket, key, versionId);
  if (found && 'body' in found) {
    return found;
  }
  if (versionId === undefined) {
    const { details } = noSuchKey(key);
    throw found
      ? new S3Error(404, 'NoSuchKey', noSuchKey(key).message, details, { 'x-amz-delete-marker': 'true', 'x-amz-version-id': found.versionId })
      : noSuchKey(key);
  }
  throw found
    ? new S3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', { Method: 'GET', ResourceType: 'DeleteMarker' }, {
      'x-amz-delete-marker': 'true', 'x-amz-version-id': found.versionId,
    })
    : refused(404, 'NoSuchVersion', 'The specified version does not exist.', { Key: key, VersionId: versionId });
}
