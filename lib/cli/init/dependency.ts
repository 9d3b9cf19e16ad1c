import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from './change';
import type { Language } from './snippets';
import { endOfLine, lineBreak } from './source';

const LIBRARY = 'aws-cdk-lib';
const PACKAGE = 'cdk-async-invoke';
const SECTIONS = ['dependencies', 'devDependencies', 'peerDependencies'];

/**
 * The package as a dependency, beside aws-cdk-lib.
 *
 * @returns a change that changes nothing if it is there already; nothing if it is not clear where it belongs
 */
export function dependency(directory: string, language: Language, version: string): Change | undefined {
  const [file, declared] = language === 'python' ? ['requirements.txt', withRequirement] as const : ['package.json', withDependency] as const;
  const path = join(directory, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const after = declared(before, version);
  return after === undefined ? undefined : { file, before, after };
}

function withDependency(text: string, version: string): string | undefined {
  const manifest = objectIn(text);
  if (manifest !== undefined && SECTIONS.some(name => Object.hasOwn(objectOf(manifest[name]), PACKAGE))) {
    return text;
  }
  // projen would overwrite it.
  if (manifest === undefined || JSON.stringify(manifest['//'] ?? '').includes('projen')) {
    return undefined;
  }
  const section = SECTIONS.find(name => Object.hasOwn(objectOf(manifest[name]), LIBRARY));
  if (section === undefined) {
    return undefined;
  }
  const all = { ...objectOf(manifest[section]), [PACKAGE]: `^${version}` };
  const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => one < other ? -1 : 1));
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? 2;
  const end = /\s*$/.exec(text)![0];
  return JSON.stringify({ ...manifest, [section]: sorted }, undefined, indent).replaceAll('\n', lineBreak(text)) + end;
}

function withRequirement(text: string, version: string): string | undefined {
  if (/^cdk[-_.]async[-_.]invoke\b/im.test(text)) {
    return text;
  }
  const library = /^aws[-_.]cdk[-_.]lib\b/im.exec(text);
  const [major, minor] = version.split('.').map(Number);
  const most = major === 0 ? `0.${minor + 1}` : `${major + 1}`;
  return library === null
    ? undefined
    : `${text.slice(0, endOfLine(text, library.index))}${lineBreak(text)}${PACKAGE}>=${version},<${most}${text.slice(endOfLine(text, library.index))}`;
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
}
