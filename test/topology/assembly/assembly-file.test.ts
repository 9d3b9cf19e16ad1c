import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readAssembly, TopologyError } from '../../../lib/topology';
import { AssemblyFiles } from '../../../lib/topology/assembly/assembly-file';
import { manifestOf, refusalOf } from '../broken-assembly';

test('refuses a directory that does not exist', () => {
  expect(() => readAssembly('/nowhere/cdk.out'))
    .toThrow(new TopologyError('`/nowhere/cdk.out` must be a cloud assembly, but there is no such directory. Run `cdk synth` first.'));
});

test('refuses a file in the place of the directory', () => {
  expect(() => readAssembly(__filename)).toThrow(new TopologyError(
    `\`${__filename}\` must be a cloud assembly, which is a directory, got: a file. Pass the directory that \`cdk synth\` writes, e.g. \`cdk.out\`.`));
});

test('refuses a directory without a manifest', () => {
  expect(refusalOf({})).toBe('`<dir>` must be a cloud assembly, but it has no `manifest.json`. Pass the directory that `cdk synth` writes, e.g. `cdk.out`.');
});

test.each([
  ['missing', 'S.json', '`templateFile` of artifact `S` names "S.json", which is not in `<dir>`. Synthesize the app again.'],
  ['outside', '../S.json', '`templateFile` of artifact `S` must name a file within the assembly, got: "../S.json". Synthesize the app again.'],
  ['of an impossible name', 'a\0b', '`templateFile` of artifact `S` names "a\\u0000b", which is not in `<dir>`. Synthesize the app again.'],
  ['a directory', '.', '`.` (`templateFile` of artifact `S`) must be a file, got: a directory. Synthesize the app again.'],
])('refuses a template that is %s', (_, file, message) => {
  expect(refusalOf({ 'manifest.json': manifestOf(file) })).toBe(message);
});

test('refuses a template that is not JSON', () => {
  expect(refusalOf({ 'manifest.json': manifestOf('S.json'), 'S.json': '{"Resources": ' }))
    .toMatch(/^`S\.json` \(`templateFile` of artifact `S`\) must be JSON: .+\. Synthesize the app again\.$/);
});

test('refuses a link that leads outside', () => {
  expect(refusalOf({ 'manifest.json': manifestOf('S.json') }, directory => symlinkSync(__filename, join(directory, 'S.json'))))
    .toBe('`templateFile` of artifact `S` must name a file within the assembly, got: "S.json". Synthesize the app again.');
});

test('refuses a pipe, which would keep the reader waiting', () => {
  expect(refusalOf({ 'manifest.json': manifestOf('S.json') }, directory => execFileSync('mkfifo', [join(directory, 'S.json')])))
    .toBe('`S.json` (`templateFile` of artifact `S`) must be a file, got: something else. Synthesize the app again.');
});

test('refuses a template that is far too large', () => {
  expect(refusalOf({ 'manifest.json': manifestOf('S.json') }, directory => {
    writeFileSync(join(directory, 'S.json'), '');
    truncateSync(join(directory, 'S.json'), 33_554_433);
  })).toBe('`S.json` must have at most 33554432 bytes, got: 33554433. CloudFormation takes 1 MB: split the stack.');
});

test('has only files that lie within the assembly and are small enough', () => {
  const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
  ['manifest.json', 'small', 'large', 'too-large'].forEach(name => writeFileSync(join(directory, name), '{}'));
  truncateSync(join(directory, 'large'), 32 * 1024 * 1024);
  truncateSync(join(directory, 'too-large'), 32 * 1024 * 1024 + 1);
  symlinkSync(__filename, join(directory, 'link'));
  const files = new AssemblyFiles(directory);
  const names = ['small', 'large', 'too-large', 'link', '.', 'missing', `../${basename(directory)}`, '../..', 'a\0b'];
  expect(names.filter(name => files.hasFile(name))).toEqual(['small', 'large']);
  expect(files.text('small', 'an asset')).toBe('{}');
});
