// Bundles the library as users get it, from its sources, in place of what jsii has compiled: a file for each entry point, the parts
// that the index loads, and those that all of them share. An app loads only what it uses, and few files instead of hundreds.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { minifySync } from '@swc/core';
import { build, transformSync } from 'esbuild';
import { INDEX, PARTS, SOURCES, lazyIndex } from './lazy-index.mjs';

const BUILD = 'build';

/** In characters. */
const LINE = 160;

const { types, version } = JSON.parse(readFileSync('.jsii', 'utf8'));
const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
const classes = Object.values(types).filter(({ kind }) => kind === 'class');

/** Has the parts, and tells jsii which classes of the sources are its types, as its own compiler does. */
const library = {
  name: 'library',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^part:/ }, ({ path }) => ({ path: path.slice('part:'.length), namespace: 'part' }));
    onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({ contents: SOURCES.get(path), resolveDir: dirname(INDEX), loader: 'ts' }));
    onLoad({ filter: /\/lib\/(aws|alibaba)\/.*\.ts$/ }, ({ path }) => {
      const told = classes.filter(({ locationInModule: { filename } }) => path.endsWith(`/${filename}`))
        .map(({ name, fqn }) => `\nObject.defineProperty(${name}, Symbol.for('jsii.rtti'), { value: ${JSON.stringify({ fqn, version })} });`);
      return { contents: readFileSync(path, 'utf8') + told.join(''), loader: 'ts' };
    });
  },
};

const { outputFiles, metafile } = await build({
  entryPoints: {
    ...Object.fromEntries([...SOURCES.keys()].map(part => [`${PARTS}/${part}`, `part:${part}`])),
    ...Object.fromEntries(['cli/main', 'invocation-record/index', 'simulator/index'].map(entry => [entry, `lib/${entry}.ts`])),
  },
  outdir: BUILD,
  chunkNames: `${PARTS}/[hash]`,
  bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'es2022', packages: 'external',
  // Else each object of a class gets its fields twice: undefined, and from its constructor, which takes 4 % of a check.
  tsconfigRaw: { compilerOptions: { ...compilerOptions, useDefineForClassFields: false } },
  minifySyntax: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', write: false, metafile: true, plugins: [library],
});
readdirSync(BUILD, { recursive: true }).filter(file => file.endsWith('.js')).forEach(file => rmSync(join(BUILD, file)));
mkdirSync(join(BUILD, PARTS), { recursive: true });
for (const { path, text } of outputFiles) {
  const { entryPoint, exports } = metafile.outputs[relative('.', path)];
  // The analysis of Node.js finds the names there that ES modules may import.
  writeFileSync(path, required(text) + (entryPoint && exports.length > 0 ? `0 && (module.exports = { ${exports.join(', ')} });\n` : ''));
}
writeFileSync(join(BUILD, 'index.js'), lazyIndex());

/**
 * ES modules as Node.js requires them, without what only people read. What has a name at the top keeps it: stack traces show it. And
 * lines are short: Node.js shows the whole line of an uncaught error.
 */
function required(text) {
  // Else each file would copy all names of the modules that it imports whole.
  const direct = text.replace(/^import \* as (\w+) from "([^"]+)";$/gm, 'const $1 = require("$2");');
  const { code } = transformSync(direct, { format: 'cjs', platform: 'node', target: 'es2022', charset: 'utf8', supported: { 'dynamic-import': false } });
  const { code: short } = minifySync(code, { ecma: 2022, compress: false, mangle: { topLevel: false, keep_classnames: true }, format: { comments: false } });
  // A class that names itself gets a name of its own from bundling.
  const named = short.replace(/\b(\w+)=class _\1( extends [\w.]+)?\{/g, '$&static{Object.defineProperty(this,"name",{value:"$1"})}');
  return transformSync(named, { minifyWhitespace: true, lineLimit: LINE, platform: 'node', target: 'es2022', charset: 'utf8' }).code;
}
