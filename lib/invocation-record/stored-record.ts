/** The place of a record in a bucket, from a notification. */
export interface StoredRecord extends RecordKey {
  readonly bucket: string;
  readonly key: string;

  /** The version of the object; absent if the bucket keeps no versions. */
  readonly versionId?: string;
}

/** The parts of the key of a record. */
export interface RecordKey {
  readonly functionName: string;

  /** The time at which the record was written: ISO 8601, UTC, to the second. */
  readonly timestamp: string;

  /** A random UUID; not the request id. */
  readonly id: string;
}

/**
 * The key under which Lambda writes a record: `aws/lambda/async/<function>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<uuid>`.
 *
 * @throws RangeError if `timestamp` is not a time
 */
export function recordKey({ functionName, timestamp, id }: RecordKey): string {
  const [day, time] = new Date(timestamp).toISOString().slice(0, 19).split('T');
  return `aws/lambda/async/${functionName}/${day.replaceAll('-', '/')}/${day}T${time.replaceAll(':', '.')}-${id}`;
}

const KEY = /^aws\/lambda\/async\/([\w-]+)\/\d{4}\/\d{2}\/\d{2}\/(\d{4}-\d{2}-\d{2})T(\d{2})\.(\d{2})\.(\d{2})-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** The parts of a key; undefined if Lambda does not write records under such a key. */
export function parseRecordKey(key: string): RecordKey | undefined {
  const [, functionName, day, hours, minutes, seconds, id] = KEY.exec(key) ?? [];
  const time = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  if (Number.isNaN(time)) {
    return undefined;
  }
  const found = { functionName, timestamp: new Date(time).toISOString(), id };
  // A date that does not exist, or that differs from its folders, yields another key.
  return recordKey(found) === key ? found : undefined;
}
