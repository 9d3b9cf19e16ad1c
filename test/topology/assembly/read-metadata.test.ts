import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { readMetadata } from '../../../lib/topology';
import { withAssembly } from '../synthesized';

test('reads the metadata of stacks and their constructs, also in stages and nested stacks', () => {
  const acknowledged = withAssembly(app => {
    const stack = new Stack(new Stage(app, 'Prod'), 'S');
    const nested = new NestedStack(stack, 'N');
    for (const [scope, id] of [[stack, 'One'], [nested, 'Two']] as const) {
      Validations.of(scope).acknowledge({ id: `pack:${id}`, reason: 'tested' });
    }
  }, readMetadata).filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);

  expect(acknowledged.map(({ path, data }) => [path, Object.keys(data as object).join().replace(/^annotation/i, '')])).toEqual([
    ['Prod/S', '::pack:One'],
    ['Prod/S/N', '::pack:Two'],
  ]);
});

test('reads the entries of one type, in whatever spelling', () => {
  const read = (written: string, only?: string) => {
    const directory = mkdtempSync(join(tmpdir(), 'metadata-'));
    writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ artifacts: { S: { type: 'aws:cloudformation:stack', additionalMetadataFile: 'S.metadata.json' } } }));
    writeFileSync(join(directory, 'S.metadata.json'), written);
    const found = readMetadata(directory, only);
    rmSync(directory, { recursive: true });
    return found;
  };
  const entries = '{ "/S/A": [{ "type": "one", "data": 1 }, { "type": "two", "data": 2 }] }';
  const [one, two] = [{ path: 'S/A', type: 'one', data: 1 }, { path: 'S/A', type: 'two', data: 2 }];
  expect([read(entries), read(entries, 'two'), read(entries, 'three')]).toEqual([[one, two], [two], []]);
  expect(read(entries.replace('two', '\\u0074wo'), 'two')).toEqual([two]);
});
