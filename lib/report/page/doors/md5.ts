/* eslint-disable no-bitwise -- a hash is made of bits */

const SHIFTS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

/** The word of the message that each round mixes in. */
const ORDER = [(round: number) => round, (round: number) => (5 * round + 1) % 16, (round: number) => (3 * round + 5) % 16, (round: number) => (7 * round) % 16];

const MIXED = [
  (b: number, c: number, d: number) => b & c | ~b & d,
  (b: number, c: number, d: number) => d & b | ~d & c,
  (b: number, c: number, d: number) => b ^ c ^ d,
  (b: number, c: number, d: number) => c ^ (b | ~d),
];

const SINES = Array.from({ length: 64 }, (_, round) => Math.floor(Math.abs(Math.sin(round + 1)) * 2 ** 32) | 0);

/** The MD5 hash of a text in UTF-8, or of bytes, in lower-case hexadecimal digits. No browser has it. */
export function md5(content: string | Uint8Array): string {
  const blocks = padded(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  let [a0, b0, c0, d0] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    let [a, b, c, d] = [a0, b0, c0, d0];
    for (let round = 0; round < 64; round += 1) {
      const phase = round >> 4;
      const sum = a + MIXED[phase](b, c, d) + SINES[round] + blocks.getInt32(offset + ORDER[phase](round) * 4, true) | 0;
      const shift = SHIFTS[phase][round % 4];
      [a, d, c, b] = [d, c, b, b + (sum << shift | sum >>> 32 - shift) | 0];
    }
    [a0, b0, c0, d0] = [a0 + a | 0, b0 + b | 0, c0 + c | 0, d0 + d | 0];
  }
  const state = new DataView(new ArrayBuffer(16));
  [a0, b0, c0, d0].forEach((word, index) => state.setInt32(index * 4, word, true));
  return [...new Uint8Array(state.buffer)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes, a bit, zeros, and the number of bits, to the end of a block. */
function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n, true);
  return view;
}
