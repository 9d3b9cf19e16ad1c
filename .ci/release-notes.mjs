// Prints what the changelog says of the version of package.json, which has to be its newest.
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const [, newest] = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
const [heading, ...lines] = newest.split('\n');

if (heading.split(' ')[0] !== version) {
  console.error(`package.json is at ${version}, but the newest version in CHANGELOG.md is "${heading}". Set the version in .projenrc.ts and run \`npx projen\`, or write the section.`);
  process.exit(1);
}
console.log(lines.join('\n').trim());
