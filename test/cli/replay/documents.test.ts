import { Readable } from 'node:stream';
import { documentsOf, LARGEST } from '../../../lib/cli/replay/documents';

async function texts(...chunks: (string | Buffer)[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { text } of documentsOf('file', Readable.from(chunks))) {
    found.push(text);
  }
  return found;
}

test.each([
  ['a document in each line', ['{"a":1}\n{"b":2}\n'], ['{"a":1}', '{"b":2}']],
  ['a line in several chunks', ['{"a"', ':1}\r\n{"b":', '2}'], ['{"a":1}', '{"b":2}']],
  ['a document over several lines', ['{\n  "a": 1\n}\n'], ['{\n  "a": 1\n}']],
  ['a list over several lines', ['[\n{"a":1},\n{"b":2}\n]'], ['[\n{"a":1},\n{"b":2}\n]']],
  ['a line that is not JSON, between others', ['{"a":1}\nnonsense\n{"b":2}'], ['{"a":1}', 'nonsense', '{"b":2}']],
  ['a first line that is not JSON', ['nonsense\n{"b":2}'], ['nonsense', '{"b":2}']],
  ['empty lines', ['\n{"a":1}\n\n'], ['{"a":1}']],
  ['nothing', [], []],
])('reads %s', async (_, chunks, documents) => {
  expect(await texts(...chunks)).toEqual(documents);
});

test.each<[string, Buffer]>([
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFF{"a":"ä"}\r\n{"b":2}\r\n')],
  ['UTF-16 of Windows', Buffer.from('\uFEFF{"a":"ä"}\r\n{"b":2}\r\n', 'utf16le')],
  ['UTF-16 of other machines', Buffer.from('\uFEFF{"a":"ä"}\r\n{"b":2}\r\n', 'utf16le').swap16()],
])('reads %s, in chunks that divide characters', async (_, bytes) => {
  const chunks = Array.from({ length: Math.ceil(bytes.length / 3) }, (_unused, index) => bytes.subarray(index * 3, index * 3 + 3));

  expect(await texts(...chunks)).toEqual(['{"a":"ä"}', '{"b":2}']);
});

test('refuses a document of several lines that does not fit into memory', async () => {
  const line = `"${'x'.repeat(1024 * 1024)}",\n`;

  await expect(texts('[\n', ...Array.from({ length: 64 }, () => line))).rejects.toThrow(
    `\`file\` must have at most ${LARGEST} characters, unless it has one JSON document in each line.`,
  );
});

test('passes on an error of the file', async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error('the disk is gone'));
    },
  });

  await expect(documentsOf('file', broken).next()).rejects.toThrow('the disk is gone');
});
