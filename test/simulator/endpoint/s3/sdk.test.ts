import { Readable } from 'node:stream';
import {
  CreateBucketCommand, DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, NoSuchBucket, NoSuchKey, NotFound,
  PutObjectCommand, S3Client, paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { listen, type Endpoint } from '../../../../lib/simulator/endpoint';
import { DeployedService, NOW } from '../../service/deployed';
import { Messaging, md5 } from '../messaging';

const MB = 1024 * 1024;

let endpoint: Endpoint;
let messaging: Messaging;
let s3: S3Client;

beforeEach(async () => {
  messaging = new Messaging({ buckets: { uploads: {}, versions: { versioned: true } } });
  endpoint = await listen(new DeployedService({ functions: {}, messaging }));
  s3 = new S3Client({ endpoint: endpoint.url, region: 'us-east-1', credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' } });
});
afterEach(() => endpoint.close());

const Bucket = 'uploads';
const put = (Key: string, input: object = {}) => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'hello', ...input }));

test('puts, reads, heads and deletes an object', async () => {
  const sent = await put('a/b c+ü.txt', { ContentType: 'text/plain', Metadata: { colour: 'red' }, CacheControl: 'no-store', ContentEncoding: 'gzip' });
  expect(sent).toMatchObject({ ETag: `"${md5('hello')}"`, ChecksumCRC32: 'NhCmhg==', ChecksumType: 'FULL_OBJECT' });
  expect(sent.VersionId).toBeUndefined();
  const [{ caller, ...uploaded }] = messaging.uploaded;
  expect(uploaded).toEqual({
    key: 'a/b c+ü.txt',
    body: Buffer.from('hello'),
    etag: `"${md5('hello')}"`,
    headers: { 'content-type': 'text/plain', 'x-amz-meta-colour': 'red', 'cache-control': 'no-store', 'content-encoding': 'gzip' },
    checksums: { 'x-amz-checksum-crc32': 'NhCmhg==' },
  });
  expect(caller).toMatchObject({ region: 'us-east-1' });

  const Key = 'a/b c+ü.txt';
  const got = await s3.send(new GetObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
  expect(await got.Body!.transformToString()).toBe('hello');
  expect(got).toMatchObject({
    ContentType: 'text/plain',
    ContentLength: 5,
    Metadata: { colour: 'red' },
    CacheControl: 'no-store',
    ContentEncoding: 'gzip',
    ChecksumCRC32: 'NhCmhg==',
    LastModified: new Date(Math.floor(NOW / 1000) * 1000),
  });
  expect(await s3.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({ ContentLength: 5, ETag: sent.ETag });
  expect((await s3.send(new DeleteObjectCommand({ Bucket, Key }))).$metadata.httpStatusCode).toBe(204);
  await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toThrow(NoSuchKey);
  await expect(s3.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toThrow(NotFound);
  await s3.send(new DeleteObjectCommand({ Bucket, Key }));
});

test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)('accepts what the SDK computes as %s', async ChecksumAlgorithm => {
  await put('a', { ChecksumAlgorithm });
  expect(Object.keys(messaging.uploaded[0].checksums)).toEqual([`x-amz-checksum-${ChecksumAlgorithm.toLowerCase()}`]);
});

test('joins a body of chunks with a checksum behind it, as SDKs send streams', async () => {
  const body = Buffer.alloc(3 * MB, 'abcdefg');
  await s3.send(new PutObjectCommand({ Bucket, Key: 'large', Body: Readable.from([body.subarray(0, MB), body.subarray(MB)]), ContentLength: body.length }));
  expect(md5(messaging.uploaded[0].body)).toBe(md5(body));
  expect(messaging.uploaded[0].headers).toEqual({ 'content-type': 'application/octet-stream' });
  expect(messaging.uploaded[0].checksums).toEqual({ 'x-amz-checksum-crc32': expect.stringMatching(/^.{6}==$/) });
});

test('takes an empty object', async () => {
  await put('empty', { Body: Buffer.alloc(0) });
  expect(await (await s3.send(new GetObjectCommand({ Bucket, Key: 'empty' }))).Body!.transformToString()).toBe('');
});

test('keeps versions', async () => {
  const { VersionId } = await put('a', { Bucket: 'versions' });
  await put('a', { Bucket: 'versions', Body: 'second' });
  const { DeleteMarker, VersionId: marker } = await s3.send(new DeleteObjectCommand({ Bucket: 'versions', Key: 'a' }));
  expect(DeleteMarker).toBe(true);
  const read = async (version?: string) => (await s3.send(new GetObjectCommand({ Bucket: 'versions', Key: 'a', VersionId: version }))).Body!.transformToString();
  expect(await read(VersionId)).toBe('hello');
  await expect(read()).rejects.toThrow(NoSuchKey);
  await expect(read(marker)).rejects.toMatchObject({ name: 'MethodNotAllowed', message: 'The specified method is not allowed against this resource.' });
  await expect(read('nothing')).rejects.toMatchObject({ name: 'NoSuchVersion', message: 'The specified version does not exist.' });
});

test('reads parts of an object', async () => {
  await put('a', { Body: '0123456789' });
  const read = async (Range: string) => {
    const { Body, ContentRange } = await s3.send(new GetObjectCommand({ Bucket, Key: 'a', Range }));
    return [await Body!.transformToString(), ContentRange];
  };
  expect(await read('bytes=0-3')).toEqual(['0123', 'bytes 0-3/10']);
  expect(await read('bytes=8-100')).toEqual(['89', 'bytes 8-9/10']);
  expect(await read('bytes=9-')).toEqual(['9', 'bytes 9-9/10']);
  expect(await read('bytes=-2')).toEqual(['89', 'bytes 8-9/10']);
  expect(await read('bytes=-20')).toEqual(['0123456789', 'bytes 0-9/10']);
  expect(await read('bytes=3-2')).toEqual(['0123456789', undefined]);
  for (const range of ['bytes=10-', 'bytes=-0', 'bytes=100-200']) {
    await expect(read(range)).rejects.toMatchObject({
      name: 'InvalidRange', message: 'The requested range is not satisfiable', ActualObjectSize: '10', RangeRequested: range, $metadata: { httpStatusCode: 416 },
    });
  }
});

test('puts only if the condition holds', async () => {
  const refused = (Condition: string) => ({ name: 'PreconditionFailed', Condition, message: 'At least one of the pre-conditions you specified did not hold' });
  await expect(put('a', { IfMatch: '"x"' })).rejects.toThrow('The specified key does not exist.');
  const { ETag } = await put('a', { IfNoneMatch: '*' });
  await expect(put('a', { IfNoneMatch: '*' })).rejects.toMatchObject(refused('If-None-Match'));
  await expect(put('a', { IfMatch: `"${md5('other')}"` })).rejects.toMatchObject(refused('If-Match'));
  await put('a', { IfMatch: ETag });
  await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: 'a', IfMatch: '"x"' }))).rejects.toMatchObject(refused('If-Match'));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a', IfMatch: ETag }));
});

test.each([
  [{ IfNoneMatch: '"x"' }, 'If-None-Match', "We don't accept the provided value of If-None-Match header for this API"],
  [{ IfMatch: '*' }, 'If-Match', "We don't accept the provided value of If-Match header for this API"],
  [{ IfMatch: '"x"', IfNoneMatch: '*' }, 'If-Match,If-None-Match', 'Multiple conditional request headers present in the request'],
])('refuses the conditions %j', async (conditions, Header, additionalMessage) => {
  await expect(put('a', conditions)).rejects.toMatchObject({
    name: 'NotImplemented', message: 'A header you provided implies functionality that is not implemented', Header, additionalMessage,
  });
});

test('reads only if the condition holds', async () => {
  const { ETag } = await put('a');
  const get = (conditions: object) => s3.send(new GetObjectCommand({ Bucket, Key: 'a', ...conditions }));
  const [before, after] = [new Date(NOW - 2000), new Date(NOW + 2000)];
  for (const conditions of [{ IfMatch: ETag }, { IfNoneMatch: '"x"' }, { IfModifiedSince: before }, { IfUnmodifiedSince: after }, { IfMatch: ETag, IfUnmodifiedSince: before }]) {
    expect(await (await get(conditions)).Body!.transformToString()).toBe('hello');
  }
  await expect(get({ IfMatch: '"x"' })).rejects.toMatchObject({ name: 'PreconditionFailed', Condition: 'If-Match' });
  await expect(get({ IfUnmodifiedSince: before })).rejects.toMatchObject({ name: 'PreconditionFailed', Condition: 'If-Unmodified-Since' });
  await expect(get({ IfNoneMatch: ETag })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  await expect(get({ IfModifiedSince: after })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
});

test('lists keys in pages, in the order of their bytes', async () => {
  const keys = ['a/1', 'a/2', 'b', 'c/x/1', 'c/y', '\uFF5E', '\u{1F600}'];
  for (const key of [...keys].reverse()) {
    await put(key);
  }
  const all = [];
  for await (const { Contents } of paginateListObjectsV2({ client: s3, pageSize: 3 }, { Bucket })) {
    all.push((Contents ?? []).map(({ Key }) => Key));
  }
  expect(all).toEqual([keys.slice(0, 3), keys.slice(3, 6), keys.slice(6)]);
  const list = async (input: object) => {
    const { Contents = [], CommonPrefixes = [], IsTruncated, KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket, ...input }));
    return [Contents.map(({ Key }) => Key), CommonPrefixes.map(({ Prefix }) => Prefix), IsTruncated, KeyCount];
  };
  expect(await list({ Delimiter: '/' })).toEqual([['b', '\uFF5E', '\u{1F600}'], ['a/', 'c/'], false, 5]);
  expect(await list({ Delimiter: '/', MaxKeys: 2 })).toEqual([['b'], ['a/'], true, 2]);
  expect(await list({ Prefix: 'c/', Delimiter: '/' })).toEqual([['c/y'], ['c/x/'], false, 2]);
  expect(await list({ StartAfter: 'b' })).toEqual([['c/x/1', 'c/y', '\uFF5E', '\u{1F600}'], [], false, 4]);
  expect(await list({ MaxKeys: 0 })).toEqual([[], [], false, 0]);
  expect(await list({ Prefix: 'nothing' })).toEqual([[], [], false, 0]);
});

test('continues behind a common prefix', async () => {
  for (const key of ['a/1', 'a/2', 'b']) {
    await put(key);
  }
  const { NextContinuationToken, CommonPrefixes } = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', MaxKeys: 1 }));
  expect(CommonPrefixes).toEqual([{ Prefix: 'a/' }]);
  const second = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', ContinuationToken: NextContinuationToken }));
  expect(second.Contents).toMatchObject([{ Key: 'b', Size: 5, ETag: `"${md5('hello')}"`, ChecksumAlgorithm: ['CRC32'], StorageClass: 'STANDARD', LastModified: new Date('2026-09-14T15:00:00.000Z') }]);
  expect(second.CommonPrefixes).toBeUndefined();
});

test('encodes keys if the client asks for it', async () => {
  await put("a b/ü!'()");
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, EncodingType: 'url' }));
  expect(Contents![0].Key).toBe('a+b/%C3%BC%21%27%28%29');
});

test('is an instance of the errors of the SDK', async () => {
  await expect(put('a', { Bucket: 'nothing' })).rejects.toMatchObject({ name: 'NoSuchBucket', message: 'The specified bucket does not exist', BucketName: 'nothing' });
  await expect(s3.send(new ListObjectsV2Command({ Bucket: 'nothing' }))).rejects.toThrow(NoSuchBucket);
  await expect(s3.send(new CreateBucketCommand({ Bucket: 'new' }))).rejects.toMatchObject({ name: 'NotSimulated', $metadata: { httpStatusCode: 501 } });
});
