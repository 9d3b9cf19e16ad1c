// Looks into the packed tarball as a user would before installing it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';

/** In bytes. The packages of all languages contain this one. */
const LARGEST = 970_000;

const [, , tarball] = process.argv;
const unpacked = mkdtempSync(join(tmpdir(), 'package-'));
process.on('exit', () => rmSync(unpacked, { recursive: true }));
execFileSync('tar', ['xzf', tarball, '-C', unpacked]);
const read = file => readFileSync(join(unpacked, 'package', file), 'utf8');
const files = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).trim().split('\n').map(file => file.replace(/^package\//, ''));

const wanted = /^(\.jsii|\.jsii\.tabl\.json|CHANGELOG\.md|LICENSE|README\.md|THIRD-PARTY\.md|package\.json|docs\/rules\/\w+\.md|llms\.txt|assets\/(handler|replay|yaml)\/index\.js|assets\/report\/page\.(css|js)|build\/.*\.(js|d\.ts))$/;
assert.deepEqual(files.filter(file => !wanted.test(file)), [], 'the tarball has files that users do not need');
assert.ok(files.includes('assets/handler/index.js'), 'the tarball lacks the handler of the custom resources');
assert.ok(files.includes('assets/replay/index.js'), 'the tarball lacks the worker of replays');
assert.ok(files.includes('assets/yaml/index.js'), 'the tarball lacks the reader of YAML');
assert.ok(files.includes('assets/report/page.js'), 'the tarball lacks the page that shows an app');
assert.ok(files.includes('llms.txt'), 'the tarball lacks the list of the documentation');
assert.ok(files.includes('THIRD-PARTY.md'), 'the tarball lacks the licenses of what is bundled');

const missing = files.filter(file => file.endsWith('.d.ts')).flatMap(file => [...read(file).matchAll(/(?:\bfrom|\bimport\()\s*['"](\.[^'"]*)['"]/g)]
  .map(([, specifier]) => posix.join(posix.dirname(file), specifier))
  .filter(path => !files.includes(`${path}.d.ts`) && !files.includes(`${path}/index.d.ts`)));
assert.deepEqual(missing, [], 'declarations import others that are not in the tarball');

const tablet = JSON.parse(read('.jsii.tabl.json'));
const languages = Object.values(tablet.snippets).map(({ translations }) => Object.keys(translations).sort().join());
assert.deepEqual([...new Set(languages)], ['$,csharp,go,java,python'], 'a snippet lacks a language');

const manifest = JSON.parse(read('package.json'));
const modes = Object.values(manifest.bin).map(file => statSync(join(unpacked, 'package', file)).mode & 0o111);
assert.deepEqual(modes, modes.map(() => 0o111), 'pip installs a command that cannot start');
assert.deepEqual(manifest.dependencies ?? {}, {}, 'the package has dependencies of its own');
assert.deepEqual(Object.keys(manifest.peerDependencies), ['aws-cdk-lib', 'constructs']);
assert.deepEqual(Object.keys(manifest.scripts ?? {}).filter(name => /^(pre|post)?install$|^prepare$/.test(name)), [], 'the package runs code when it is installed');
assert.deepEqual(Object.keys(manifest.jsii.targets).sort(), ['dotnet', 'go', 'java', 'python'], 'a language is missing');
assert.ok(manifest.homepage && manifest.bugs.url && manifest.repository.url);
assert.ok(manifest.description && manifest.keywords.includes('cdk') && manifest.stability && manifest.license === 'Apache-2.0');

const named = value => typeof value === 'string' ? [value.replace(/^\.\//, '')] : Object.values(value ?? {}).flatMap(named);
const entries = [manifest.main, manifest.types, manifest.bin, manifest.exports, manifest.typesVersions].flatMap(named);
assert.deepEqual(entries.filter(file => !files.includes(file)), [], 'package.json names files that are not there');

assert.deepEqual(files.filter(file => file.endsWith('.js') && /^\/\/# sourceMappingURL=/m.test(read(file))), [], 'JavaScript refers to a source map');
assert.ok(statSync(tarball).size <= LARGEST, `the tarball has ${statSync(tarball).size} bytes of at most ${LARGEST}`);

const paths = files.filter(file => /(?:^|[^\w.])\/(?:home|root|Users|work|tmp)\/\w/.test(read(file)));
assert.deepEqual(paths, [], 'files name paths of the machine that built them');
console.log(`${files.length} files, ${statSync(tarball).size} bytes, no dependencies, five languages`);
