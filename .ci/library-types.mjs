// Each type of the API that exists when an app runs is where jsii looks for it. A class has the name that users know, and tells its type.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { types, version } = JSON.parse(readFileSync('.jsii', 'utf8'));
const library = createRequire(import.meta.url)('../build/index.js');
const existing = Object.values(types).filter(({ kind }) => kind !== 'interface');

for (const { fqn, kind, name } of existing) {
  const value = fqn.split('.').slice(1).reduce((space, part) => space?.[part], library);
  assert.equal(typeof value, kind === 'class' ? 'function' : 'object', `${fqn} is not in the library`);
  if (kind === 'class') {
    assert.equal(value.name, name, `${fqn} has another name`);
    assert.deepEqual(Object.getOwnPropertyDescriptor(value, Symbol.for('jsii.rtti'))?.value, { fqn, version }, `${fqn} does not tell its type`);
  }
}
console.log(`${existing.length} classes and enums`);
