/* eslint-disable no-bitwise -- a checksum is made of bits */

/** The most bytes that one block holds. */
const BLOCK = 0xffff;

const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

/** A text in UTF-8, in the form of gzip, in base64. Nothing is compressed: browsers do that only with a promise. */
export function gzipped(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const parts: number[] = [...HEADER];
  for (let start = 0; start === 0 || start < bytes.length; start += BLOCK) {
    const part = bytes.subarray(start, start + BLOCK);
    parts.push(start + BLOCK >= bytes.length ? 1 : 0, ...littleEndian(part.length, 2), ...littleEndian(~part.length, 2));
    part.forEach(byte => void parts.push(byte));
  }
  parts.push(...littleEndian(checksum(bytes), 4), ...littleEndian(bytes.length, 4));
  return btoa(parts.map(byte => String.fromCharCode(byte)).join(''));
}

function littleEndian(number: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => number >>> index * 8 & 0xff);
}

/** The CRC-32 of some bytes. */
function checksum(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = sum & 1 ? sum >>> 1 ^ 0xedb88320 : sum >>> 1;
    }
  }
  return ~sum;
}
