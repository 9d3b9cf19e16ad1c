import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { RULEBOOK } from '../../../lib/checks';
import { FOLDER, RULE_PAGES } from '../../../pages/rules/rule-pages';

const names = RULE_PAGES.map(({ file }) => basename(file));

test('each id that people see has a page, and there is a list', () => {
  expect(names).toEqual(['README.md', ...RULEBOOK.map(({ id }) => `${id}.md`)]);
});

test('no other page is in the folder', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...names].sort());
});
