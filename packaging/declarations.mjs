// Removes the declarations that no entry point reaches.
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BUILD = 'build';
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));

const reached = new Set();
Object.values(exports).filter(file => file.endsWith('.js')).forEach(file => reach(file.replace(/\.js$/, '.d.ts')));
const declarations = readdirSync(BUILD, { recursive: true }).filter(file => file.endsWith('.d.ts')).map(file => join(BUILD, file));
declarations.filter(file => !reached.has(file)).forEach(file => rmSync(file));

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
