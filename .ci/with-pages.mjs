// Writes a copy of the assembly of the package that has the pages of docs/ as README files of submodules, so that jsii-rosetta reads their snippets.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The snippets of rules are the sources of pages/rules/examples, which tsc compiles. */
const isWritten = name => name.endsWith('.md') && !name.startsWith('rules/');

const [, , folder] = process.argv;
const assembly = JSON.parse(readFileSync('.jsii', 'utf8'));

for (const file of readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter(isWritten)) {
  assembly.submodules[`${assembly.name}.docs/${file}`] = { readme: { markdown: readFileSync(join('docs', file), 'utf8') } };
}
writeFileSync(join(folder, '.jsii'), JSON.stringify(assembly));
