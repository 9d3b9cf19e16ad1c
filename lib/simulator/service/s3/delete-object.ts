import { preconditionFailed } from './refusals';
import { bucketOf, versionOf, type S3Answer, type S3Request } from './request';
import { NotKnownError } from '../../state';

export function deleteObject(request: S3Request): S3Answer {
  const { messaging, caller, key, headers } = request;
  const bucket = bucketOf(request);
  const versionId = versionOf(request, bucket);
  const ifMatch = headers['if-match'];
  const present = ifMatch === undefined ? undefined : messaging.buckets.get(bucket, key, versionId);
  if (ifMatch !== undefined && !present) {
    throw new NotKnownError('how Amazon S3 refuses to delete an object that does not exist if it must match', 'Leave out `If-Match`.');
  }
  if (present && 'body' in present && ifMatch !== '*' && ifMatch!.replaceAll('"', '') !== present.etag.replaceAll('"', '')) {
    throw preconditionFailed('If-Match');
  }
  const deleted = messaging.buckets.delete(bucket, key, versionId, caller);
  return { status: 204, headers: { 'x-amz-version-id': deleted.versionId, 'x-amz-delete-marker': deleted.deleteMarker ? 'true' : undefined } };
}
