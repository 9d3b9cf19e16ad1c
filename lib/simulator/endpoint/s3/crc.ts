/* eslint-disable no-bitwise -- checksums are made of bits */

const BYTE = 256;

/** The CRC32 of S3 is that of zip files; CRC32C is that of iSCSI. */
const POLYNOMIALS = { crc32: 0xEDB88320, crc32c: 0x82F63B78 };

/** The polynomial of CRC64NVME, in two halves. */
const HIGH = 0x9A6C9329;
const LOW = 0xAC4BC9B5;

const TABLES = { crc32: table32(POLYNOMIALS.crc32), crc32c: table32(POLYNOMIALS.crc32c) };
const [HIGHS, LOWS] = table64();

/** A checksum of four bytes. */
export function crc32(bytes: Buffer, kind: 'crc32' | 'crc32c'): Buffer {
  const table = TABLES[kind];
  let crc = 0xFFFFFFFF;
  for (const byte of bytes) {
    crc = table[(crc ^ byte) & 0xFF] ^ (crc >>> 8);
  }
  return bytesOf(~crc);
}

/** The checksum CRC64NVME, of eight bytes. */
export function crc64(bytes: Buffer): Buffer {
  let high = 0xFFFFFFFF;
  let low = 0xFFFFFFFF;
  for (const byte of bytes) {
    const index = (low ^ byte) & 0xFF;
    low = LOWS[index] ^ ((low >>> 8) | (high << 24));
    high = HIGHS[index] ^ (high >>> 8);
  }
  return Buffer.concat([bytesOf(~high), bytesOf(~low)]);
}

function bytesOf(word: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(word >>> 0);
  return bytes;
}

function table32(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: BYTE }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    }
    return crc;
  });
}

function table64(): [highs: Uint32Array, lows: Uint32Array] {
  const highs = new Uint32Array(BYTE);
  const lows = new Uint32Array(BYTE);
  for (let byte = 0; byte < BYTE; byte += 1) {
    let high = 0;
    let low = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      const isOdd = low & 1;
      low = (low >>> 1) | (high << 31);
      high >>>= 1;
      if (isOdd) {
        high ^= HIGH;
        low ^= LOW;
      }
    }
    highs[byte] = high;
    lows[byte] = low;
  }
  return [highs, lows];
}
