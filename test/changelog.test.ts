import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../package.json';

test('the changelog has an entry for the version, with something in it', () => {
  expect(entries(readFileSync(join(__dirname, '../CHANGELOG.md'), 'utf8')).get(version)).toMatch(/^- /m);
});

test('an entry ends where the next begins', () => {
  expect(entries('# Changelog\n\n## 0.2.0\n\n- b\n\n## 0.1.0 - 2026-11-30\n\n- a\n')).toEqual(new Map([['0.2.0', '- b'], ['0.1.0', '- a']]));
});

/** The texts of a changelog by their versions; a date may follow a version. */
function entries(changelog: string): Map<string, string> {
  const [, ...parts] = changelog.split(/^## /m);
  return new Map(parts.map(part => {
    const [heading, ...lines] = part.split('\n');
    return [heading.split(' ')[0], lines.join('\n').trim()];
  }));
}
