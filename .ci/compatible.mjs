// Reads what jsii-diff found, or writes the API down for it: names and types, without texts.
import { readFileSync, writeFileSync } from 'node:fs';

const BASELINE = '.ci/api.json';
const KEPT = new Set(['schema', 'name', 'version', 'jsiiVersion', 'dependencies', 'targets', 'submodules', 'types']);
const TEXTS = new Set(['readme', 'locationInModule', 'symbolId']);

const [, , argument] = process.argv;
if (argument === 'accept') {
  const api = Object.entries(JSON.parse(readFileSync('.jsii', 'utf8'))).filter(([key]) => KEPT.has(key));
  writeFileSync(BASELINE, `${JSON.stringify(Object.fromEntries(api), withoutTexts, 1)}\n`);
} else {
  const { name, version } = JSON.parse(readFileSync(BASELINE, 'utf8'));
  // The newest version is the first section.
  const [, newest] = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
  const news = newest.split(/^### /m).filter(part => /^(Changed|Removed)\n/.test(part)).join('');
  const broken = readFileSync(argument, 'utf8').split('\n').filter(line => line.startsWith('err '));
  const silent = broken.filter(line => !news.includes(`\`${elementOf(line, name)}\``));
  if (silent.length > 0) {
    console.error(`The API breaks what ${version} had:\n\n${silent.join('\n')}\n\n`
      + `Undo that, or name it under Changed or Removed of the newest version in CHANGELOG.md and say what to change: ${silent.map(line => `\`${elementOf(line, name)}\``).join(', ')}.`);
    process.exit(1);
  }
  console.log(broken.length > 0 ? `The changelog names ${broken.length} breaking changes since ${version}.` : `Nothing breaks since ${version}.`);
}

/** Only what jsii-diff compares of the docs. */
function withoutTexts(key, value) {
  if (key === 'docs') {
    const { stability, deprecated } = value;
    return { stability, deprecated: deprecated && '-' };
  }
  return TEXTS.has(key) ? undefined : value;
}

/** The element of `… [removed:cdk-async-invoke.AsyncAlias.version]`, as users write it: `AsyncAlias.version`. */
function elementOf(line, name) {
  const [, element] = /\[[\w-]+:(.+)\]$/.exec(line);
  return element.replace(`${name}.`, '').replace('.<initializer>', '');
}
