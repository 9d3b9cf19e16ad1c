import { byteLength } from '../../lib/doors/byte-length';

test.each([['', 0], ['a', 1], ['ä', 2], ['€', 3], ['😀', 4], ['\ud83d', 3]])('counts the bytes of %j', (text, bytes) => {
  expect(byteLength(text)).toBe(bytes);
});
