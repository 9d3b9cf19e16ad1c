// Writes .jsii.tabl.json, the snippets of the README and of the doc comments in every language, which the packages show.
// What jsii-rosetta translates into code that does not compile is taken from rosetta/translations. Its files are named after a
// snippet: `ts name=first-app` for a fence, `@exampleMetadata name=first-app` for an example. `.ci/languages` compiles the translations.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { inheritedSnippets } from './inherited-snippets.mjs';

const TABLET = '.jsii.tabl.json';
const TRANSLATIONS = 'rosetta/translations';
const LANGUAGES = { '.cs': 'csharp', '.go': 'go', '.java': 'java', '.py': 'python' };

const nameIn = metadata => /\bname=(\S+)/.exec(metadata ?? '')?.[1];

/** The snippets with a name: fences in the texts of the assembly, and examples with metadata. */
function* named(value) {
  if (typeof value === 'string') {
    yield* [...value.matchAll(/^```ts (.*)\n([^]*?)\n```$/gm)].map(([, info, source]) => ({ name: nameIn(info), source }));
  } else if (typeof value === 'object' && value !== null) {
    yield { name: nameIn(value.custom?.exampleMetadata), source: value.example };
    for (const part of Object.values(value)) {
      yield* named(part);
    }
  }
}

const snippetsWithName = [...named(JSON.parse(readFileSync('.jsii', 'utf8')))];
rmSync(TABLET, { force: true });
execFileSync('jsii-rosetta', ['extract', '--strict', '--compile', '.'], { stdio: 'inherit' });
const tablet = JSON.parse(readFileSync(TABLET, 'utf8'));

for (const file of readdirSync(TRANSLATIONS)) {
  const { name, ext } = parse(file);
  const sources = snippetsWithName.filter(snippet => snippet.name === name).map(({ source }) => source);
  const snippets = Object.values(tablet.snippets).filter(({ translations }) => sources.includes(translations.$.source));
  assert.notEqual(snippets.length, 0, `${TRANSLATIONS}/${file} translates no snippet: none is named ${name}`);
  for (const { translations } of snippets) {
    translations[LANGUAGES[ext]].source = readFileSync(join(TRANSLATIONS, file), 'utf8').trimEnd();
  }
}
Object.assign(tablet.snippets, await inheritedSnippets());
writeFileSync(TABLET, JSON.stringify(tablet));
