import * as path from 'node:path';
import { exampleOf, sourceOf } from './example';
import { indexPage } from './index-page';
import { messages } from './messages';
import { rulePage } from './rule-page';
import { RULEBOOK } from '../../lib/checks';
import type { Page } from '../page';

/** The folder of the pages of rules. */
export const FOLDER = path.join(__dirname, '../../docs/rules');

/** The list of all rules, and the page of each. */
export const RULE_PAGES: readonly Page[] = [
  { file: path.join(FOLDER, 'README.md'), text: () => indexPage(RULEBOOK) },
  ...RULEBOOK.map(entry => ({
    file: path.join(FOLDER, `${entry.id}.md`),
    text: () => rulePage(entry, { ...sourceOf(entry.id), messages: messages(entry.id, exampleOf(entry.id).found) }),
  })),
];
