import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LARGEST, templateText } from '../../../lib/cli/input/template-text';
import { TopologyError } from '../../../lib/topology';

const folder = mkdtempSync(join(tmpdir(), 'template-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

function text(bytes: Buffer | string): string {
  const file = join(folder, 'template');
  writeFileSync(file, bytes);
  return templateText(file, 't.yaml');
}

test.each([
  ['UTF-8', Buffer.from('ä: 1')],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFä: 1')],
  ['UTF-16 of Windows', Buffer.from('\uFEFFä: 1', 'utf16le')],
  ['UTF-16 of other machines', Buffer.from('\uFEFFä: 1', 'utf16le').swap16()],
])('reads %s', (_, bytes) => {
  expect(text(bytes)).toBe('ä: 1');
});

test('refuses other bytes', () => {
  expect(() => text(Buffer.from([0x61, 0xff]))).toThrow(new TopologyError('`t.yaml` must be a text in UTF-8. Pass a CloudFormation template.'));
});

test('reads a file of the largest size, and refuses a larger one', () => {
  expect(text('a'.repeat(LARGEST))).toHaveLength(LARGEST);
  expect(() => text('a'.repeat(LARGEST + 1)))
    .toThrow(new TopologyError('`t.yaml` must have at most 4194304 bytes, got: 4194305. CloudFormation takes 1 MB: split the template.'));
});
