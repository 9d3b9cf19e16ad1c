// Writes the newest versions into .projenrc.ts, within the major version of each pin.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = '.projenrc.ts';
const { devDependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const offers = (name, pinned) => [JSON.parse(execFileSync('npm', ['view', `${name}@^${pinned}`, 'version', '--json'], { encoding: 'utf8' }))].flat();
const pins = Object.entries(devDependencies).filter(([name, version]) => /^\d/.test(version) && !(name in peerDependencies));

let text = readFileSync(FILE, 'utf8');
for (const pinned of new Set(pins.map(([, version]) => version))) {
  // Packages that share a version, written once as a constant, move together.
  const names = pins.filter(([, version]) => version === pinned).map(([name]) => name);
  const [first, ...others] = names.map(name => offers(name, pinned));
  const newest = first.findLast(version => others.every(versions => versions.includes(version)));
  if (newest !== pinned) {
    console.log(`${names.join(', ')}: ${pinned} -> ${newest}`);
    text = names.reduce((moved, name) => moved.replaceAll(`${name}@${pinned}`, `${name}@${newest}`), text).replaceAll(`'${pinned}'`, `'${newest}'`);
  }
}
writeFileSync(FILE, text);
