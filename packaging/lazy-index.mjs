// The index of the package: it loads the part that has a name when the name is read, as that of aws-cdk-lib does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

export const INDEX = 'lib/index.ts';

/** The folder of the parts in the build. There, `__dirname` leads to the same root as in the sources. */
export const PARTS = 'parts';

const exported = namesOf(readFileSync(INDEX, 'utf8'));

/** The source of each part: one for each folder whose names the index exports. */
export const SOURCES = new Map();
for (const { file, part, name } of exported) {
  SOURCES.set(part, `${SOURCES.get(part) ?? ''}export ${name === undefined ? '*' : `{ ${name} }`} from '${file}';\n`);
}

/** The index in JavaScript. */
export function lazyIndex() {
  const names = exported.map(({ name, space }) => name ?? space);
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    // ES modules find the names here: the analysis of Node.js gives a name up whose getter it does not know.
    `${names.map(name => `exports.${name} = `).join('')}void 0;`,
    'const lazy = (name, get) => Object.defineProperty(exports, name, { enumerable: true, get });',
    ...exported.map(({ part, name, space }) => `lazy("${name ?? space}", () => require("./${PARTS}/${part}.js")${name === undefined ? '' : `.${name}`});`),
    '',
  ].join('\n');
}

/** The names of an index that exist when it runs, each with its file. A namespace has all names of its file. */
function namesOf(index) {
  const lines = [...index.matchAll(/^export (?:\{ (?<names>.+) \}|\* as (?<space>\w+)) from '(?<file>.+)';$/gm)].map(({ groups }) => groups);
  assert.equal(lines.length, index.trim().split('\n').length, `${INDEX} has lines that export nothing from a file`);
  return lines.flatMap(({ names, space, file }) => space
    ? [{ file, space, part: partOf(file) }]
    : names.split(', ').filter(name => !name.startsWith('type ')).map(name => ({ file, name, part: partOf(dirname(file)) })));
}

function partOf(path) {
  return path.replace('./', '').replaceAll('/', '-');
}
