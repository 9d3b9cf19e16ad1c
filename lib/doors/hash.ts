import { createHash } from 'node:crypto';

/** The SHA-256 hash of a text in UTF-8, in lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The MD5 hash of a text in UTF-8, or of bytes, in lower-case hexadecimal digits. Services use it as a checksum. */
export function md5(content: string | Uint8Array): string {
  return createHash('md5').update(content).digest('hex');
}
