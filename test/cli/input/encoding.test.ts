import { decoded, decodedPieces, encodingOf } from '../../../lib/cli/input/encoding';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each<[string, Buffer, string]>([
  ['a text without a byte order mark', Buffer.from('ä€😀'), 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFä€😀'), 'utf-8'],
  ['UTF-16 of Windows', Buffer.from('\uFEFFä€😀', 'utf16le'), 'utf-16le'],
  ['UTF-16 of other machines', utf16be('\uFEFFä€😀'), 'utf-16be'],
])('reads %s, whole and in single bytes', async (_, bytes, encoding) => {
  expect(encodingOf(bytes)).toBe(encoding);
  expect(decoded(bytes)).toBe('ä€😀');
  const pieces = [bytes.subarray(0, 2), ...Array.from(bytes.subarray(2), byte => Uint8Array.of(byte))];
  let text = '';
  for await (const piece of decodedPieces((async function* () {
    yield* pieces;
  })())) {
    text += piece;
  }
  expect(text).toBe('ä€😀');
});

test.each([[Buffer.from([]), 'utf-8'], [Buffer.from([0xff]), 'utf-8'], [Buffer.from([0xfe, 0xfe]), 'utf-8']])('takes %j for %s', (bytes, encoding) => {
  expect(encodingOf(bytes)).toBe(encoding);
});

test('a character that is cut off stands as a replacement', async () => {
  const pieces: string[] = [];
  for await (const piece of decodedPieces((async function* () {
    yield Buffer.from('ä').subarray(0, 1);
  })())) {
    pieces.push(piece);
  }
  expect(pieces.join('')).toBe('\uFFFD');
});
