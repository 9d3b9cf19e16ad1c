import * as fs from 'node:fs';
import * as path from 'node:path';
import { html } from '../lib/report/html';

const FOLDER = path.join(__dirname, '../docs/playground');

/** Writes the page that takes a dropped app: one file, as `explain --html` writes, but without an app. */
const [script, style] = ['page.js', 'page.css'].map(name => fs.readFileSync(path.join(FOLDER, 'build', name), 'utf8'));
fs.writeFileSync(path.join(FOLDER, 'index.html'), html({ script, style }));
fs.rmSync(path.join(FOLDER, 'build'), { recursive: true });
