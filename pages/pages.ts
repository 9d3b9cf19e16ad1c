import * as fs from 'node:fs';
import * as path from 'node:path';
import { HANDLER_REPORT, thirdParty } from './third-party';

/** A page that is generated and committed. */
export interface Page {
  readonly file: string;
  readonly text: () => string;
}

/** All of them; a test compares each with what is committed. */
export const PAGES: readonly Page[] = [
  { file: path.join(__dirname, '../THIRD-PARTY.md'), text: () => thirdParty(JSON.parse(fs.readFileSync(HANDLER_REPORT, 'utf8'))) },
];
