// Lets an app load only what it uses of the library, as aws-cdk-lib does: each name of the index loads its file when it is read.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** ES modules find the names in the assignments before it: the analysis of Node.js gives a name up whose getter it does not know. */
const LAZY = 'const lazy = (name, get) => Object.defineProperty(exports, name, { enumerable: true, get });\n';

const [, , folder = 'build'] = process.argv;
const index = join(folder, 'index.js');
const files = new Map();
const text = readFileSync(index, 'utf8')
  .replaceAll(/^(?:var|const) (\w+) = (require\("[^"]+"\));\n/gm, (_, name, load) => {
    files.set(name, load);
    return '';
  })
  .replaceAll(/^Object\.defineProperty\(exports, ("\w+"), \{ enumerable: true, get: function ?\(\) \{\s*return (\w+)\.(\w+);\s*\} \}\);$/gm,
    (_, name, file, member) => `lazy(${name}, () => ${files.get(file)}.${member});`)
  .replaceAll(/^exports\.(\w+) = (__importStar\(require\("[^"]+"\)\));$/gm, 'let $1;\nlazy("$1", () => $1 ??= $2);');
const start = text.search(/^(?:let|lazy)/m);

assert.ok(files.size > 0 && start > 0, `${index} loads nothing, or was changed already`);
assert.doesNotMatch(text, /^(?:(?:var|const) \w+|exports\.\w+) = .*require\(/m, `${index} loads a file at once`);
assert.doesNotMatch(text, /undefined\./, `${index} has a name without a file`);
writeFileSync(index, text.slice(0, start) + LAZY + text.slice(start));
