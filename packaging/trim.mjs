// Takes out of the compiled library what no user reads, which is a fifth of the package: comments of JavaScript, which the
// declarations have, too, and the declarations that no entry point reaches.
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

const BUILD = 'build';
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const files = readdirSync(BUILD, { recursive: true }).map(file => join(BUILD, file));

buildSync({
  entryPoints: files.filter(file => file.endsWith('.js')),
  outdir: BUILD, outbase: BUILD, allowOverwrite: true, platform: 'node', target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning',
});

const reached = new Set();
Object.values(exports).filter(file => file.endsWith('.js')).forEach(file => reach(file.replace(/\.js$/, '.d.ts')));
files.filter(file => file.endsWith('.d.ts') && !reached.has(file)).forEach(file => rmSync(file));

function reach(file) {
  const declaration = join(file);
  if (reached.has(declaration)) {
    return;
  }
  reached.add(declaration);
  for (const [, specifier] of readFileSync(declaration, 'utf8').matchAll(/(?:\bfrom|\bimport\()\s*['"](\.[^'"]*)['"]/g)) {
    const path = join(dirname(declaration), specifier);
    reach(existsSync(`${path}.d.ts`) ? `${path}.d.ts` : join(path, 'index.d.ts'));
  }
}
