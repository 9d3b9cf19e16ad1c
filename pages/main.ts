import * as fs from 'node:fs';
import { PAGES } from './pages';

for (const { file, text } of PAGES) {
  fs.writeFileSync(file, text());
}
