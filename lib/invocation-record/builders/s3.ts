import { ACCOUNT, REGION, TIME } from './place';

/** The place of a written object. */
export interface WrittenObject {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
}

/** The notification of a bucket about a new object. `recordKey` makes the key of a record. */
export function s3Notification({ bucket, key, versionId }: WrittenObject) {
  return {
    Records: [{
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: REGION,
      eventTime: '2026-01-02T03:04:05.890Z',
      eventName: 'ObjectCreated:Put',
      s3: {
        s3SchemaVersion: '1.0',
        bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` },
        // Encoded as in the query of a URL, except slashes.
        object: { key: new URLSearchParams([['', key]]).toString().slice(1).replaceAll('%2F', '/'), ...versionId !== undefined && { versionId } },
      },
    }],
  };
}

/** The notification of a bucket by EventBridge. */
export function s3EventBridgeEvent({ bucket, key, versionId }: WrittenObject) {
  return {
    'version': '0',
    'id': '00000000-0000-4000-8000-000000000003',
    'detail-type': 'Object Created',
    'source': 'aws.s3',
    'account': ACCOUNT,
    'time': TIME,
    'region': REGION,
    'resources': [`arn:aws:s3:::${bucket}`],
    'detail': { version: '0', bucket: { name: bucket }, object: { key, ...versionId !== undefined && { 'version-id': versionId } }, reason: 'PutObject' },
  };
}
