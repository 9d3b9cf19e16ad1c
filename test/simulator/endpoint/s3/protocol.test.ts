import { createHash } from 'node:crypto';
import { listen, type Endpoint } from '../../../../lib/simulator/endpoint';
import { DeployedService } from '../../service/deployed';
import { Messaging, md5 } from '../messaging';
import { sendS3, text } from '../requests';

const MB = 1024 * 1024;

let endpoint: Endpoint;
let messaging: Messaging;

beforeEach(async () => {
  messaging = new Messaging({ buckets: { uploads: {} } });
  endpoint = await listen(new DeployedService({ functions: {}, messaging }));
});
afterEach(() => endpoint.close());

const put = (headers: Readonly<Record<string, string>>, body: string | Buffer = 'hello', path = '/uploads/a') => sendS3(endpoint.url, 'PUT', path, headers, body);

test.each([
  ['a digest that is none', { 'Content-MD5': 'MTIz' }, 'InvalidDigest', 'The Content-MD5 you specified was invalid.'],
  ['another digest', { 'Content-MD5': createHash('md5').update('other').digest('base64') }, 'BadDigest', 'The Content-MD5 you specified did not match what we received.'],
  ['another SHA-256', { 'x-amz-content-sha256': 'a'.repeat(64) }, 'XAmzContentSHA256Mismatch', "The provided 'x-amz-content-sha256' header does not match what was computed."],
  ['a checksum that is none', { 'x-amz-checksum-sha256': 'test' }, 'InvalidRequest', 'Value for x-amz-checksum-sha256 header is invalid.'],
  ['another checksum', { 'x-amz-checksum-crc32c': 'AAAAAA==' }, 'BadDigest', 'The CRC32C you specified did not match the calculated checksum.'],
  ['two checksums', { 'x-amz-checksum-crc32': 'NhCmhg==', 'x-amz-checksum-crc32c': 'AAAAAA==' }, 'InvalidRequest', 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.'],
  ['much metadata', { 'x-amz-meta-a': 'x'.repeat(2048) }, 'MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size'],
])('refuses an object with %s', async (_, headers, code, message) => {
  const { status, body, headers: answered } = await put(headers);
  expect({ status, code: text(body, 'Code'), message: text(body, 'Message') }).toEqual({ status: 400, code, message });
  expect(answered.get('content-type')).toBe('application/xml');
  expect(text(body, 'RequestId')).toBe(answered.get('x-amz-request-id'));
  expect(messaging.uploaded).toEqual([]);
});

test.each([
  ['its digest', { 'Content-MD5': createHash('md5').update('hello').digest('base64') }],
  ['its SHA-256', { 'x-amz-content-sha256': createHash('sha256').update('hello').digest('hex') }],
  ['no digest', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }],
  ['a checksum that Node.js lacks', { 'x-amz-checksum-xxhash64': 'AAAAAAAAAAA=' }],
  ['2 KiB of metadata', { 'x-amz-meta-a': 'x'.repeat(2047) }],
])('takes an object with %s', async (_, headers) => {
  expect(await put(headers)).toMatchObject({ status: 200, body: '' });
  expect(messaging.uploaded).toMatchObject([{ etag: `"${md5('hello')}"` }]);
});

test('makes a checksum if the client sends none', async () => {
  const { headers } = await put({}, '123456789');
  expect(headers.get('x-amz-checksum-crc64nvme')).toBe('rosUhgp5mIg=');
  expect(headers.get('x-amz-checksum-type')).toBe('FULL_OBJECT');
});

const STREAMING = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'Content-Encoding': 'aws-chunked', 'x-amz-trailer': 'x-amz-checksum-crc32' };

test('joins chunks, and reads the checksum behind them', async () => {
  const headers = { ...STREAMING, 'x-amz-decoded-content-length': '5' };
  expect((await put(headers, '3\r\nhel\r\n2;chunk-signature=abc\r\nlo\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n')).status).toBe(200);
  expect(messaging.uploaded).toMatchObject([{ body: Buffer.from('hello'), checksums: { 'x-amz-checksum-crc32': 'NhCmhg==' }, headers: { 'content-type': expect.any(String) } }]);
  expect(messaging.uploaded[0].headers).not.toHaveProperty('content-encoding');
  const wrong = await put(headers, '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n');
  expect(text(wrong.body, 'Message')).toBe('The CRC32 you specified did not match the calculated checksum.');
});

test.each([
  ['half a chunk', '5\r\nhel'],
  ['a chunk without an end', '3\r\nhello\r\n0\r\n\r\n'],
  ['no last chunk', '5\r\nhello\r\n'],
  ['no size', 'hello'],
  ['another length', '4\r\nhell\r\n0\r\n\r\n'],
  ['nothing', ''],
])('refuses %s', async (_, body) => {
  const sent = await put({ ...STREAMING, 'x-amz-decoded-content-length': '5' }, body);
  expect({ status: sent.status, code: text(sent.body, 'Code'), message: text(sent.body, 'Message') })
    .toEqual({ status: 400, code: 'IncompleteBody', message: 'The request body terminated unexpectedly' });
});

test('refuses a chunk that is longer than its size', async () => {
  const { body } = await put({ ...STREAMING, 'x-amz-decoded-content-length': '3' }, '3\r\nhello\r\n0\r\n\r\n');
  expect(text(body, 'Code')).toBe('IncompleteBody');
});

test.each([
  [1024, 200],
  [1025, 400],
])('a key of %s bytes', async (bytes, status) => {
  const sent = await put({}, 'a', `/uploads/${'%C3%A9'.repeat(Math.floor(bytes / 2))}${bytes % 2 === 1 ? 'a' : ''}`);
  expect(sent.status).toBe(status);
  if (status === 400) {
    expect({ code: text(sent.body, 'Code'), message: text(sent.body, 'Message'), size: text(sent.body, 'Size') })
      .toEqual({ code: 'KeyTooLongError', message: 'Your key is too long', size: '1025' });
  }
});

test.each([
  ['GET', '/', 'GET on that path of Amazon S3'],
  ['GET', '/uploads', 'GET on that path of Amazon S3'],
  ['PUT', '/uploads', 'PUT on that path of Amazon S3'],
  ['POST', '/uploads?delete', '`delete` of POST of Amazon S3'],
  ['PUT', '/uploads/a?tagging', '`tagging` of PUT of Amazon S3'],
  ['POST', '/uploads/a?uploads', '`uploads` of POST of Amazon S3'],
  ['GET', '/uploads/%', 'a path that is not percent-encoded'],
])('does not serve %s %s', async (method, path, what) => {
  const { status, body } = await sendS3(endpoint.url, method, path);
  expect({ status, code: text(body, 'Code'), message: text(body, 'Message') }).toEqual({
    status: 501, code: 'NotSimulated', message: `Not simulated: ${what}. The simulator serves PutObject, GetObject, HeadObject, DeleteObject and ListObjectsV2.`,
  });
});

test('does not take a copy for an object', async () => {
  expect(text((await put({ 'x-amz-copy-source': '/uploads/b' })).body, 'Message')).toContain('Not simulated: CopyObject of Amazon S3.');
});

test('refuses an object of more than 65 MiB, and goes on', async () => {
  const { status, body } = await put({}, Buffer.alloc(65 * MB + 1));
  expect({ status, message: text(body, 'Message') })
    .toEqual({ status: 413, message: 'Refused: the body has 68157441 bytes, and the simulator takes at most 67108864 of such a request.' });
  expect((await put({})).status).toBe(200);
});

test('answers HEAD without a body', async () => {
  expect(await sendS3(endpoint.url, 'HEAD', '/uploads/nothing')).toMatchObject({ status: 404, body: '' });
  await put({});
  const { status, headers, body } = await sendS3(endpoint.url, 'HEAD', '/uploads/a');
  expect({ status, length: headers.get('content-length'), body }).toEqual({ status: 200, length: '5', body: '' });
});

test('takes the name of the bucket from the host, and a signature from the query', async () => {
  await put({}, 'hello', '/uploads/a/b');
  const query = 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20260914%2Fus-east-1%2Fs3%2Faws4_request&response-content-type=text%2Fhtml';
  const response = await fetch(`${endpoint.url}/uploads/a/b?${query}`);
  expect([response.headers.get('content-type'), await response.text()]).toEqual(['text/html', 'hello']);
});

test.each([
  ['max-keys=x', 'Provided max-keys not an integer or within integer range'],
  ['max-keys=-1', 'Provided max-keys not an integer or within integer range'],
  ['encoding-type=value', 'Invalid Encoding Method specified in Request'],
  ['encoding-type=', 'Invalid Encoding Method specified in Request'],
  ['continuation-token=*', 'The continuation token provided is incorrect'],
])('refuses to list with %s', async (query, message) => {
  const { status, body } = await sendS3(endpoint.url, 'GET', `/uploads?list-type=2&${query}`);
  expect({ status, code: text(body, 'Code'), message: text(body, 'Message') }).toEqual({ status: 400, code: 'InvalidArgument', message });
});

test('refuses a version of a bucket without versions', async () => {
  await put({});
  const { status, body } = await sendS3(endpoint.url, 'GET', '/uploads/a?versionId=x');
  expect({ status, message: text(body, 'Message'), value: text(body, 'ArgumentValue') }).toEqual({ status: 400, message: 'Invalid version id specified', value: 'x' });
});
