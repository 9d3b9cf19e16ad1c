import * as fs from 'node:fs';
import * as path from 'node:path';
import { instructions } from './agents/instructions';
import { llms } from './agents/llms';
import { findingsPicture } from './editor/findings-picture';
import { evidencePage } from './evidence/evidence-page';
import { dashboardPicture } from './operations/dashboard-picture';
import type { Page } from './page';
import { RULE_PAGES } from './rules/rule-pages';
import { BUNDLE_REPORTS, thirdParty } from './third-party';

/** All of them; a test compares each with what is committed. */
export const PAGES: readonly Page[] = [
  { file: path.join(__dirname, '../THIRD-PARTY.md'), text: () => thirdParty(BUNDLE_REPORTS.map(report => JSON.parse(fs.readFileSync(report, 'utf8')))) },
  { file: path.join(__dirname, '../llms.txt'), text: llms },
  { file: path.join(__dirname, '../docs/agents.md'), text: instructions },
  { file: path.join(__dirname, '../docs/evidence.md'), text: evidencePage },
  { file: path.join(__dirname, '../docs/images/findings-in-editor.svg'), text: findingsPicture },
  { file: path.join(__dirname, '../docs/images/dashboard.svg'), text: dashboardPicture },
  ...RULE_PAGES,
];
