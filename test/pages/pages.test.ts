import * as fs from 'node:fs';
import * as path from 'node:path';
import { PAGES } from '../../pages/pages';

test.each(PAGES.map(page => [path.basename(page.file), page] as const))('%s is current; `npx projen pages` writes it anew', (_, { file, text }) => {
  expect(fs.readFileSync(file, 'utf8')).toBe(text());
});
