import { createHash } from 'node:crypto';
import { crc32, crc64 } from './crc';
import { refused } from '../../service/s3/refusals';

const PREFIX = 'x-amz-checksum-';

/** Headers with the same beginning that are no checksums. */
const OTHERS = [`${PREFIX}algorithm`, `${PREFIX}mode`, `${PREFIX}type`];

/** The checksum that S3 makes if the client sends none. */
const STANDARD = 'crc64nvme';

const ALGORITHMS: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  crc32: body => crc32(body, 'crc32'),
  crc32c: body => crc32(body, 'crc32c'),
  crc64nvme: crc64,
  sha1: body => createHash('sha1').update(body).digest(),
  sha256: body => createHash('sha256').update(body).digest(),
  sha512: body => createHash('sha512').update(body).digest(),
  md5: body => createHash('md5').update(body).digest(),
};

/**
 * The checksum of an object, by the name of its header. That of an algorithm that Node.js lacks is kept as it was sent.
 *
 * @throws S3Error if the object has another digest or checksum than the client says
 */
export function checkedSums(headers: Readonly<Record<string, string>>, body: Buffer): Record<string, string> {
  checkMd5(headers['content-md5'], body);
  checkSha256(headers['x-amz-content-sha256'], body);
  const names = Object.keys(headers).filter(name => name.startsWith(PREFIX) && !OTHERS.includes(name));
  if (names.length > 1) {
    throw refused(400, 'InvalidRequest', 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.');
  }
  if (names.length === 0) {
    return { [PREFIX + STANDARD]: ALGORITHMS[STANDARD](body).toString('base64') };
  }
  const [name] = names;
  const algorithm = name.slice(PREFIX.length);
  const sent = headers[name];
  if (Object.hasOwn(ALGORITHMS, algorithm)) {
    check(algorithm, sent, ALGORITHMS[algorithm](body));
  }
  return { [name]: sent };
}

function checkMd5(sent: string | undefined, body: Buffer): void {
  if (sent === undefined) {
    return;
  }
  const calculated = ALGORITHMS.md5(body);
  const given = decoded(sent, calculated.length);
  if (!given) {
    throw refused(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.', { 'Content-MD5': sent });
  }
  if (!given.equals(calculated)) {
    throw refused(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.', {
      ExpectedDigest: given.toString('hex'), CalculatedDigest: calculated.toString('base64'),
    });
  }
}

/** Clients may sign the digest of the body. */
function checkSha256(sent: string | undefined, body: Buffer): void {
  if (sent === undefined || !/^[0-9a-f]{64}$/i.test(sent)) {
    return;
  }
  const calculated = ALGORITHMS.sha256(body).toString('hex');
  if (calculated !== sent.toLowerCase()) {
    throw refused(400, 'XAmzContentSHA256Mismatch', "The provided 'x-amz-content-sha256' header does not match what was computed.", {
      ClientComputedContentSHA256: sent, S3ComputedContentSHA256: calculated,
    });
  }
}

function check(algorithm: string, sent: string, calculated: Buffer): void {
  const given = decoded(sent, calculated.length);
  if (!given) {
    throw refused(400, 'InvalidRequest', `Value for ${PREFIX}${algorithm} header is invalid.`);
  }
  if (!given.equals(calculated)) {
    throw refused(400, 'BadDigest', `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`);
  }
}

/** The bytes of a text in Base64; undefined if it is none of that length. */
function decoded(text: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length && bytes.toString('base64') === text ? bytes : undefined;
}
