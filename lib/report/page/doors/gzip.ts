/* eslint-disable no-bitwise -- a checksum is made of bits */

const POLYNOMIAL = 0xEDB88320;

/** The longest block that is not compressed, in bytes. */
const LONGEST_BLOCK = 65_535;

const HEAD = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255];

/** A text in UTF-8, in the format of gzip, in base64. Browsers compress only as a promise, so the blocks are stored as they are. */
export function gzipped(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const blocks: number[] = [];
  for (let start = 0; start === 0 || start < bytes.length; start += LONGEST_BLOCK) {
    const block = bytes.subarray(start, start + LONGEST_BLOCK);
    const isLast = start + LONGEST_BLOCK >= bytes.length;
    blocks.push(isLast ? 1 : 0, ...twoBytes(block.length), ...twoBytes(~block.length), ...block);
  }
  const file = [...HEAD, ...blocks, ...fourBytes(checksum(bytes)), ...fourBytes(bytes.length)];
  return btoa(file.map(byte => String.fromCharCode(byte)).join(''));
}

function twoBytes(value: number): number[] {
  return [value & 255, value >>> 8 & 255];
}

function fourBytes(value: number): number[] {
  return [...twoBytes(value), ...twoBytes(value >>> 16)];
}

/** CRC-32. */
function checksum(bytes: Uint8Array): number {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      rest = rest >>> 1 ^ (rest & 1 ? POLYNOMIAL : 0);
    }
  }
  return ~rest;
}
