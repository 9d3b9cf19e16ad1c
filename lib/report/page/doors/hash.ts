/* eslint-disable no-bitwise -- a hash is made of bits */

/** The fractional parts of roots of the first primes, in 32 bits. */
function fractions(count: number, root: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (isPrime(candidate)) {
      found.push((candidate ** (1 / root) % 1) * 2 ** 32 | 0);
    }
  }
  return found;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) {
    if (number % divisor === 0) {
      return false;
    }
  }
  return true;
}

const START = fractions(8, 2);
const ROUNDS = fractions(64, 3);

/** The SHA-256 hash of a text in UTF-8, in lower-case hexadecimal digits. Browsers have it only as a promise. */
export function sha256(text: string): string {
  const blocks = padded(new TextEncoder().encode(text));
  const state = [...START];
  const words = new Int32Array(64);
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    for (let index = 0; index < 16; index += 1) {
      words[index] = blocks.getInt32(offset + index * 4);
    }
    for (let index = 16; index < 64; index += 1) {
      const [two, fifteen] = [words[index - 2], words[index - 15]];
      words[index] = words[index - 16] + words[index - 7]
        + (rotated(two, 17) ^ rotated(two, 19) ^ two >>> 10) + (rotated(fifteen, 7) ^ rotated(fifteen, 18) ^ fifteen >>> 3);
    }
    compress(state, words);
  }
  return state.map(word => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The bytes, a bit, zeros, and the number of bits, to the end of a block. */
function padded(bytes: Uint8Array, isLittleEndian = false): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n, isLittleEndian);
  return view;
}

/** The sines of 1 to 64, in 32 bits. */
const SINES = Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0);

/** By how many bits each step of a quarter rotates. */
const TURNS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

/** The MD5 hash of a text in UTF-8, or of bytes, in lower-case hexadecimal digits. */
export function md5(content: string | Uint8Array): string {
  const blocks = padded(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    let [a, b, c, d] = state;
    for (let step = 0; step < 64; step += 1) {
      const quarter = step >> 4;
      const [mixed, word] = [
        [b & c | ~b & d, step],
        [d & b | ~d & c, 5 * step + 1],
        [b ^ c ^ d, 3 * step + 5],
        [c ^ (b | ~d), 7 * step],
      ][quarter];
      const sum = a + mixed + SINES[step] + blocks.getInt32(offset + word % 16 * 4, true) | 0;
      [a, b, c, d] = [d, b + rotated(sum, 32 - TURNS[quarter][step % 4]) | 0, b, c];
    }
    [a, b, c, d].forEach((part, index) => {
      state[index] = state[index] + part | 0;
    });
  }
  const digits = new DataView(new ArrayBuffer(16));
  state.forEach((part, index) => digits.setInt32(index * 4, part, true));
  return Array.from({ length: 16 }, (_, index) => digits.getUint8(index).toString(16).padStart(2, '0')).join('');
}

function compress(state: number[], words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state;
  for (let round = 0; round < 64; round += 1) {
    const one = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + (e & f ^ ~e & g) + ROUNDS[round] + words[round] | 0;
    const two = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, d + one | 0, c, b, a, one + two | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = state[index] + word | 0;
  });
}

function rotated(word: number, bits: number): number {
  return word >>> bits | word << 32 - bits;
}
