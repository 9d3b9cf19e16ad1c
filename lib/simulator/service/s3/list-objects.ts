import { refused } from './refusals';
import { bucketOf, type S3Answer, type S3Request } from './request';
import { MAX_KEYS } from '../../../constraints/aws-s3/object';
import type { StoredObject } from '../../state';
import { list, structure, type Read } from '../model/shape';
import { xmlOf } from '../model/xml';

const CONTENTS = structure({
  Key: 'string',
  LastModified: 'string',
  ETag: 'string',
  ChecksumAlgorithm: 'string',
  ChecksumType: 'string',
  Size: 'integer',
  StorageClass: 'string',
});

const RESULT = structure({
  Name: 'string',
  Prefix: 'string',
  StartAfter: 'string',
  ContinuationToken: 'string',
  NextContinuationToken: 'string',
  KeyCount: 'integer',
  MaxKeys: 'integer',
  Delimiter: 'string',
  EncodingType: 'string',
  IsTruncated: 'boolean',
  Contents: list(CONTENTS, 'Contents'),
  CommonPrefixes: list(structure({ Prefix: 'string' }), 'CommonPrefixes'),
});

/** A page of keys, and what begins like no other key up to a delimiter. */
interface Page {
  readonly objects: StoredObject[];
  readonly prefixes: string[];

  /** The last key of the page, if there are more. */
  readonly next?: string;
}

export function listObjectsV2(request: S3Request): S3Answer {
  const bucket = bucketOf(request);
  const { query } = request;
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? ''];
  const max = maxKeysOf(query.get('max-keys'));
  const token = query.get('continuation-token') ?? undefined;
  const startAfter = query.get('start-after') ?? undefined;
  const encoded = encoderOf(query.get('encoding-type'));
  const page = pageOf(request.messaging.buckets.list(bucket), prefix, delimiter, token === undefined ? startAfter : keyOf(token), max);
  const result: Read<typeof RESULT> = {
    Name: bucket.name,
    Prefix: encoded(prefix),
    StartAfter: startAfter === undefined ? undefined : encoded(startAfter),
    ContinuationToken: token,
    NextContinuationToken: page.next === undefined ? undefined : Buffer.from(page.next).toString('base64'),
    KeyCount: page.objects.length + page.prefixes.length,
    MaxKeys: max,
    Delimiter: delimiter === '' ? undefined : encoded(delimiter),
    EncodingType: query.get('encoding-type') ?? undefined,
    IsTruncated: page.next !== undefined,
    Contents: page.objects.map(object => contentsOf(object, encoded)),
    CommonPrefixes: page.prefixes.map(common => ({ Prefix: encoded(common) })),
  };
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${xmlOf(RESULT, result)}</ListBucketResult>`,
  };
}

function pageOf(objects: Iterable<StoredObject>, prefix: string, delimiter: string, after: string | undefined, max: number): Page {
  const page: Page = { objects: [], prefixes: [] };
  let last: string | undefined;
  for (const object of objects) {
    const { key } = object;
    const common = key.startsWith(prefix) ? commonPrefix(key, prefix, delimiter) : undefined;
    const name = common ?? key;
    if (!key.startsWith(prefix) || name === last || (after !== undefined && !isAfter(name, after))) {
      continue;
    }
    if (page.objects.length + page.prefixes.length === max) {
      return max === 0 ? page : { ...page, next: last };
    }
    last = name;
    if (common === undefined) {
      page.objects.push(object);
    } else {
      page.prefixes.push(common);
    }
  }
  return page;
}

/** The key up to the first delimiter behind the prefix; undefined if it has none. */
function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  const index = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return index < 0 ? undefined : key.slice(0, index + delimiter.length);
}

/** In the order of UTF-8 bytes, which is not that of JavaScript. */
function isAfter(key: string, other: string): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(other)) > 0;
}

function contentsOf({ key, lastModified, etag, checksums, body }: StoredObject, encoded: (text: string) => string): Read<typeof CONTENTS> {
  const [checksum] = Object.keys(checksums);
  return {
    Key: encoded(key),
    LastModified: new Date(Math.floor(lastModified / 1000) * 1000).toISOString(),
    ETag: etag,
    ChecksumAlgorithm: checksum?.replace('x-amz-checksum-', '').toUpperCase(),
    ChecksumType: checksum === undefined ? undefined : 'FULL_OBJECT',
    Size: body.length,
    StorageClass: 'STANDARD',
  };
}

function maxKeysOf(text: string | null): number {
  if (text === null || text === '') {
    return MAX_KEYS.default!;
  }
  if (!/^\d+$/.test(text) || Number(text) > 2 ** 31 - 1) {
    throw refused(400, 'InvalidArgument', 'Provided max-keys not an integer or within integer range', { ArgumentName: 'max-keys', ArgumentValue: text });
  }
  return Math.min(Number(text), MAX_KEYS.max);
}

function encoderOf(type: string | null): (text: string) => string {
  if (type === null) {
    return text => text;
  }
  if (type !== 'url') {
    throw refused(400, 'InvalidArgument', 'Invalid Encoding Method specified in Request', { ArgumentName: 'encoding-type', ArgumentValue: type });
  }
  // Slashes stay, and spaces become plus signs.
  return text => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', '+').replace(/[!'()]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function keyOf(token: string): string {
  const bytes = Buffer.from(token, 'base64');
  if (token === '' || bytes.toString('base64') !== token) {
    throw refused(400, 'InvalidArgument', 'The continuation token provided is incorrect', { ArgumentName: 'continuation-token' });
  }
  return bytes.toString();
}
