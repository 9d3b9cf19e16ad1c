/** What happened to an object. */
export interface ObjectChange {
  readonly bucket: string;
  readonly region: string;
  readonly account: string;

  /** E.g. `ObjectCreated:Put`, without `s3:`. */
  readonly name: string;
  readonly key: string;
  readonly size: number;

  /** Without quotes. */
  readonly etag: string;
  readonly versionId?: string;
  readonly sequencer: string;

  /** In milliseconds since 1970. */
  readonly at: number;
  readonly requestId: string;
}

/** The message of a notification, as S3 writes it to functions, queues and topics. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
export function s3Event(change: ObjectChange, configurationId: string): string {
  const { bucket, region, name, key, size, etag, versionId, sequencer, at, requestId } = change;
  const isNew = name.startsWith('ObjectCreated');
  return JSON.stringify({
    Records: [{
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventTime: new Date(at).toISOString(),
      eventName: name,
      userIdentity: { principalId: 'EXAMPLE' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': requestId.replaceAll('-', '').slice(0, 16).toUpperCase(), 'x-amz-id-2': 'EXAMPLE' },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId,
        bucket: { name: bucket, ownerIdentity: { principalId: 'EXAMPLE' }, arn: `arn:aws:s3:::${bucket}` },
        object: { key: encodedKey(key), ...isNew && { size, eTag: etag }, ...versionId !== undefined && { versionId }, sequencer },
      },
    }],
  });
}

/** The detail of the event for EventBridge. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
export function s3Detail(change: ObjectChange): { readonly detailType: string; readonly detail: string } {
  const { bucket, account, name, key, size, etag, versionId, sequencer, requestId } = change;
  const isNew = name.startsWith('ObjectCreated');
  return {
    detailType: isNew ? 'Object Created' : 'Object Deleted',
    detail: JSON.stringify({
      'version': '0',
      'bucket': { name: bucket },
      'object': { key, ...isNew && { size, etag }, ...versionId !== undefined && { 'version-id': versionId }, sequencer },
      'request-id': requestId.replaceAll('-', '').slice(0, 16).toUpperCase(),
      'requester': account,
      'source-ip-address': '127.0.0.1',
      'reason': isNew ? 'PutObject' : 'DeleteObject',
      ...!isNew && { 'deletion-type': name === 'ObjectRemoved:DeleteMarkerCreated' ? 'Delete Marker Created' : 'Permanently Deleted' },
    }),
  };
}

/** Encoded as in the query of a URL, except slashes. */
function encodedKey(key: string): string {
  return new URLSearchParams([['', key]]).toString().slice(1).replaceAll('%2F', '/');
}
