import * as fs from 'node:fs';
import * as path from 'node:path';
import { shop } from './sample-app';
import { assemblyFiles, templateFiles } from '../../lib/report/app-files';
import { readAssembly, readJson, type LocatedDocument } from '../../lib/topology';

let directory: string;

beforeAll(() => {
  directory = shop(fs.mkdtempSync(path.join(fs.realpathSync(process.env.TMPDIR ?? '/tmp'), 'shop-')));
});

test('an assembly is read the same from these files alone', () => {
  const files = assemblyFiles(directory, {});
  const copy = fs.mkdtempSync(`${directory}-copy`);
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
    fs.writeFileSync(path.join(copy, name), text);
  }

  expect(readAssembly(copy)).toEqual(readAssembly(directory));
});

test('leaves out metadata that is not read', () => {
  const manifest = JSON.parse(assemblyFiles(directory, {})['manifest.json']);
  const metadata = Object.values<{ metadata?: Record<string, Array<{ type: string }>> }>(manifest.artifacts).map(artifact => artifact.metadata ?? {});
  const types = metadata.flatMap(entries => Object.values(entries).flat()).map(({ type }) => type);

  expect([...new Set(types)].filter(type => type !== 'aws:cdk:logicalId' && type !== 'aws:cdk:acknowledged-rules')).toEqual([]);
});

test('templates become JSON without spaces', () => {
  const document = readJson('{ "Resources": { } }') as LocatedDocument;

  expect(templateFiles([{ file: 'app.yaml', document }])).toEqual({ 'app.yaml': '{"Resources":{}}' });
});
