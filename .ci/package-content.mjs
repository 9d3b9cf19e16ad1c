// Looks into the packed tarball as a user would before installing it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

const [, , tarball] = process.argv;
const read = file => execFileSync('tar', ['xzOf', tarball, `package/${file}`], { encoding: 'utf8', maxBuffer: 1e9 });
const files = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).trim().split('\n').map(file => file.replace(/^package\//, ''));

const wanted = /^(\.jsii|API\.md|CHANGELOG\.md|LICENSE|README\.md|THIRD-PARTY\.md|package\.json|docs\/rules\/\w+\.md|assets\/handler\/index\.js|build\/.*\.(js|d\.ts))$/;
assert.deepEqual(files.filter(file => !wanted.test(file)), [], 'the tarball has files that users do not need');
assert.ok(files.includes('assets/handler/index.js'), 'the tarball lacks the handler of the custom resources');
assert.ok(files.includes('THIRD-PARTY.md'), 'the tarball lacks the licenses of what is bundled');

const manifest = JSON.parse(read('package.json'));
assert.deepEqual(manifest.dependencies ?? {}, {}, 'the package has dependencies of its own');
assert.deepEqual(Object.keys(manifest.peerDependencies), ['aws-cdk-lib', 'constructs']);
assert.deepEqual(Object.keys(manifest.scripts ?? {}).filter(name => /^(pre|post)?install$|^prepare$/.test(name)), [], 'the package runs code when it is installed');
assert.deepEqual(Object.keys(manifest.jsii.targets).sort(), ['dotnet', 'go', 'java', 'python'], 'a language is missing');
assert.ok(manifest.description && manifest.keywords.includes('cdk') && manifest.stability && manifest.license === 'Apache-2.0');

const paths = files.filter(file => /(?:^|[^\w.])\/(?:home|root|Users|work|tmp)\/\w/.test(read(file)));
assert.deepEqual(paths, [], 'files name paths of the machine that built them');
console.log(`${files.length} files, no dependencies, five languages`);
