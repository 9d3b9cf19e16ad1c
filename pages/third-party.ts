import * as fs from 'node:fs';
import * as path from 'node:path';

/** What esbuild says about a bundle, as far as it is read here. */
export interface BundleReport {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>>;
}

/** A package of which a bundle has code. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly copyright: string;

  /** What the license says beyond `LICENSE` of this library, if anything. */
  readonly ownTerms?: string;
}

const ROOT = path.join(__dirname, '..');

/** Where `npm run bundle` writes what esbuild says about the bundles. */
export const BUNDLE_REPORTS = ['handler', 'page', 'yaml'].map(name => path.join(ROOT, `node_modules/.cache/cdk-async-invoke/${name}.json`));

/**
 * THIRD-PARTY.md: the packages of which the bundles have code, with their licenses.
 *
 * @param root the folder from which the bundles were made
 * @throws Error if one of them has no license
 */
export function thirdParty(reports: readonly BundleReport[], root = ROOT): string {
  const packages = bundledPackages(reports, root);
  return [
    '# Third-party code',
    'The handler of the custom resources, `assets/handler/index.js`, the reader of YAML of the command line, `assets/yaml/index.js`, and the page that shows an app, `assets/report/page.js`, are bundles that contain code of the packages below. All other code of this library is its own.',
    'The text of the Apache License 2.0 is in `LICENSE`. A license that says more follows the table.',
    ['| Package | Version | License | Copyright |', '| --- | --- | --- | --- |', ...packages.map(row)].join('\n'),
    ...packages.flatMap(({ name, ownTerms }) => ownTerms === undefined ? [] : [`## ${name}`, `\`\`\`text\n${ownTerms.trim()}\n\`\`\``]),
  ].join('\n\n') + '\n';
}

function row({ name, version, license, copyright }: BundledPackage): string {
  return `| ${name} | ${version} | ${license} | ${copyright} |`;
}

function bundledPackages(reports: readonly BundleReport[], root: string): BundledPackage[] {
  const folders = reports.flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  return [...new Set(folders)].map(folder => bundledPackage(path.join(root, folder))).sort((a, b) => a.name < b.name ? -1 : 1);
}

function bundledPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = fs.readdirSync(folder).filter(file => /^(licen[cs]e|notice)/i.test(file)).sort().map(file => read(path.join(folder, file)));
  if (!license || texts.length === 0) {
    throw new Error(`${name} is bundled, but has no license. Ask its authors for one, or replace it.`);
  }
  const text = texts.join('\n');
  return {
    name,
    version,
    license,
    copyright: /Copyright (?:\(c\) |© )?(?:\d{4}|\w+\.com)[^\n]*/i.exec(text)?.[0].replace(/^Copyright /, '') ?? 'its authors',
    ownTerms: terms(text) === terms(read(path.join(ROOT, 'LICENSE'))) ? undefined : text,
  };
}

/** What two copies of one license have in common: neither spaces, nor the appendix that names the owner. */
function terms(text: string): string {
  return text.split('APPENDIX: How to apply')[0].replace(/END OF TERMS AND CONDITIONS/, '').replace(/\s+/g, ' ').trim();
}

function read(file: string): string {
  return fs.readFileSync(file, 'utf8');
}
