import { isObject, type JsonObject } from '../json';

/** An object that a bucket tells of. */
export interface ObjectNotice {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;

  /** Whether the object was written, not removed, restored or tagged. */
  readonly created: boolean;
}

/** What a notification of a bucket tells: its own, or by EventBridge. */
export function readS3Notification(value: JsonObject): ObjectNotice | undefined {
  if (isObject(value.s3) && typeof value.eventName === 'string') {
    const key = noticeOf(value.s3, value.s3.object, /^(s3:)?ObjectCreated:/.test(value.eventName), 'versionId');
    // Only here the key is encoded, as in the query of a URL.
    return key && { ...key, key: unescaped(key.key) };
  }
  if (value.source === 'aws.s3' && isObject(value.detail)) {
    return noticeOf(value.detail, value.detail.object, value['detail-type'] === 'Object Created', 'version-id');
  }
  return undefined;
}

function noticeOf({ bucket }: JsonObject, object: unknown, created: boolean, version: 'versionId' | 'version-id'): ObjectNotice | undefined {
  if (!isObject(bucket) || typeof bucket.name !== 'string' || !isObject(object) || typeof object.key !== 'string') {
    return undefined;
  }
  const versionId = object[version];
  return { bucket: bucket.name, key: object.key, created, ...typeof versionId === 'string' && { versionId } };
}

function unescaped(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}
