import { isObject, type JsonObject } from '../json';

/** The object of a notification. */
export interface ObjectNotice {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;

  /** Whether the object was written; false if it was removed, restored or tagged. */
  readonly created: boolean;
}

/** Reads the notification of a bucket, or its event on a bus; undefined if it is neither. */
export function readS3Notification(value: JsonObject): ObjectNotice | undefined {
  if (isObject(value.s3) && typeof value.eventName === 'string') {
    const key = noticeOf(value.s3, value.s3.object, /^(s3:)?ObjectCreated:/.test(value.eventName), 'versionId');
    // Only notifications encode the key, as in the query of a URL.
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
