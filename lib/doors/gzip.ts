import { gzipSync } from 'node:zlib';

/** A text in UTF-8, compressed by gzip, in base64. Browsers compress without waiting only if their door writes gzip itself. */
export function gzipped(text: string): string {
  return gzipSync(text).toString('base64');
}
