import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { thirdParty, type BundleReport } from '../../pages/third-party';

const APACHE = fs.readFileSync(path.join(__dirname, '../../LICENSE'), 'utf8');

test('each package of which there is code is listed once, in alphabetical order', () => {
  const root = installed({ b: APACHE.replace('[yyyy] [name of copyright owner]', '2019 Bee'), a: APACHE });

  expect(table([report({ 'node_modules/b/x.js': 1, 'node_modules/b/y.js': 2, 'node_modules/a/x.js': 3, 'lib/handler/index.ts': 4 })], root)).toEqual([
    '| a | 1.2.3 | Apache-2.0 | its authors |',
    '| b | 1.2.3 | Apache-2.0 | 2019 Bee |',
  ]);
});

test('a package of two bundles is listed once', () => {
  const root = installed({ a: APACHE, b: APACHE });

  expect(table([report({ 'node_modules/a/x.js': 1 }), report({ 'node_modules/a/y.js': 1, 'node_modules/b/x.js': 1 })], root)).toHaveLength(2);
});

test('a package without code in the bundle is not listed', () => {
  expect(table([report({ 'node_modules/a/x.js': 0 })], installed({ a: APACHE }))).toEqual([]);
});

test('the Apache License stands for itself, however it is indented', () => {
  expect(thirdParty([report({ 'node_modules/a/x.js': 1 })], installed({ a: APACHE.replace(/^ +/gm, '') }))).not.toContain('## a');
});

test('another license follows the table in full', () => {
  const text = 'Copyright (c) 2020 Sea\n\nPermission is hereby granted';

  expect(thirdParty([report({ 'node_modules/@x/c/x.js': 1 })], installed({ '@x/c': text }))).toContain(`| (c) 2020 Sea |\n\n## @x/c\n\n\`\`\`text\n${text}\n\`\`\`\n`);
});

test('a package without a license is refused', () => {
  expect(() => thirdParty([report({ 'node_modules/a/x.js': 1 })], installed({ a: undefined })))
    .toThrow('a is bundled, but has no license. Ask its authors for one, or replace it.');
});

function report(inputs: Record<string, number>): BundleReport {
  return { outputs: { 'index.js': { inputs: Object.fromEntries(Object.entries(inputs).map(([file, bytesInOutput]) => [file, { bytesInOutput }])) } } };
}

/** A folder in which packages are installed, each with the text of its license. */
function installed(packages: Record<string, string | undefined>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'third-party-'));
  for (const [name, text] of Object.entries(packages)) {
    const folder = path.join(root, 'node_modules', name);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license: 'Apache-2.0' }));
    if (text !== undefined) {
      fs.writeFileSync(path.join(folder, 'LICENSE'), text);
    }
  }
  return root;
}

function table(bundles: readonly BundleReport[], root: string): string[] {
  return thirdParty(bundles, root).split('\n').filter(line => line.startsWith('| ')).slice(2);
}
