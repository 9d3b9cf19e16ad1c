// Compares what the app wrote in another language with what it wrote in TypeScript: templates and scripts byte for byte,
// messages of refusals as parts of the errors of the other language, and what the app and jsii say on stderr.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , expected, got] = process.argv;
const read = (folder, file) => readFileSync(join(folder, file), 'utf8');
const written = folder => readdirSync(folder).filter(file => /\.(template\.json|ros\.json|ros\.sh)$/.test(file)).sort();

assert.deepEqual(written(got), written(expected));
assert.notDeepEqual(written(got), []);
for (const file of written(expected)) {
  execFileSync('diff', ['--unified=1', join(expected, file), join(got, file)], { stdio: 'inherit' });
}

const refusalsIn = folder => existsSync(join(folder, 'refusals.json')) ? JSON.parse(read(folder, 'refusals.json')) : {};
const messages = refusalsIn(expected);
const refusals = refusalsIn(got);
assert.deepEqual(Object.keys(refusals).sort(), Object.keys(messages).sort());
for (const [name, message] of Object.entries(messages)) {
  assert.ok(refusals[name].includes(message), `${name} is refused with another message:\n${refusals[name]}\ninstead of\n${message}`);
}

// jsii warns of a destination that it does not take for an object of its own. At its end, the runtime of Go writes about the process of jsii.
const stderr = readFileSync(`${got}.stderr`, 'utf8');
assert.ok(stderr.startsWith(readFileSync(`${expected}.stderr`, 'utf8')), `stderr differs:\n${stderr}`);
assert.doesNotMatch(stderr, /warning/i);
