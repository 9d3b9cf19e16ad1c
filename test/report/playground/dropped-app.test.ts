import { CHECKS, findings } from '../../../lib/checks';
import { droppedApp } from '../../../lib/report/playground/dropped-app';
import { EXAMPLE } from '../../../lib/report/playground/example';
import { readJson, readTemplateFiles, type LocatedDocument } from '../../../lib/topology';

const dropped = (files: Readonly<Record<string, string>>) =>
  droppedApp(Object.entries(files).map(([path, text]) => ({ path, size: text.length, text: async () => text })));

test('takes the outermost assembly, without assets and other files', async () => {
  const files = { 'app/cdk.out/assembly-Prod/manifest.json': '1', 'app/cdk.out/manifest.json': '2', 'app/cdk.out/Shop.template.json': '3', 'app/cdk.out/asset.1/manifest.json': '4', 'app/cdk.out/logo.png': '5', 'app/package.json': '6' };

  expect(await dropped(files)).toEqual({
    kind: 'assembly',
    title: 'cdk.out',
    files: { 'assembly-Prod/manifest.json': '1', 'manifest.json': '2', 'Shop.template.json': '3' },
    version: '',
  });
});

test('takes an assembly without a folder around it', async () => {
  expect(await dropped({ 'manifest.json': '{}' })).toMatchObject({ kind: 'assembly', title: 'cdk.out', files: { 'manifest.json': '{}' } });
});

test('takes templates in JSON and YAML', async () => {
  expect(await dropped({ 'a.yaml': 'Resources: {Q: {Type: AWS::SQS::Queue}}', 'b.json': '{"Resources": {}}', 'README.md': '# no' })).toEqual({
    kind: 'templates',
    title: 'a.yaml, b.json',
    files: { 'a.yaml': '{"Resources":{"Q":{"Type":"AWS::SQS::Queue"}}}', 'b.json': '{"Resources":{}}' },
    version: '',
  });
});

test.each([
  [{ 'logo.png': 'x' }, 'Drop a cloud assembly, i.e. the folder `cdk.out`, or CloudFormation templates in JSON or YAML. There is none.'],
  [{ 'a.yaml': 'a: !Reff b' }, 'a.yaml:1:10: the template cannot be read, because `!Reff` is not a short form that CloudFormation knows. Correct it.'],
])('refuses %j', async (files, message) => {
  await expect(dropped(files as Record<string, string>)).rejects.toThrow(message);
});

test('the example has a function that loses its events, and no error', async () => {
  const { files } = await dropped({ 'example.yaml': EXAMPLE });
  const topology = readTemplateFiles([{ file: 'example.yaml', document: readJson(files['example.yaml']) as LocatedDocument }]);

  expect(findings(topology, CHECKS).map(({ id, severity, logicalId }) => `${severity} ${id} ${logicalId}`)).toEqual(['warning NoFailureDestination Nightly']);
});
