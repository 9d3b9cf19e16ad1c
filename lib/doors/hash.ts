import * as crypto from 'node:crypto';

/** In one call from Node.js 20.12 on: ids of the simulator take half the time. */
const hash: typeof crypto.hash = crypto.hash ?? ((algorithm: string, content: crypto.BinaryLike) => crypto.createHash(algorithm).update(content).digest('hex'));

/** The SHA-256 hash of a text in UTF-8, in lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** The MD5 hash of a text in UTF-8, or of bytes, in lower-case hexadecimal digits. Services use it as a checksum. */
export function md5(content: string | Uint8Array): string {
  return hash('md5', content);
}
