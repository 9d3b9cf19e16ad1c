import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository. */
export const ROOT = join(__dirname, '../..');

/** All pages that people wrote, as paths in the repository: those at its root and in `docs/`, and the README files of folders. */
export const PAGES: readonly string[] = [
  ...pagesIn('.').filter(path => path !== 'API.md'),
  ...pagesIn('docs', { recursive: true }),
  'integ/README.md',
];

/** The pages with snippets that users copy. */
export const USER_PAGES: readonly string[] = PAGES.filter(path => path === 'README.md' || path.startsWith('docs/'));

function pagesIn(folder: string, { recursive = false } = {}): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive, encoding: 'utf8' });
  return files.filter(file => file.endsWith('.md')).sort().map(file => join(folder, file));
}

/** A page by its path in the repository. */
export function page(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** A block of code. */
export interface Fence {
  /** What stands behind the opening marks, e.g. `ts nofixture`. */
  readonly info: string;
  readonly text: string;
}

/** The blocks of code of a page. */
export function fences(text: string): Fence[] {
  return [...text.matchAll(/^```(.*)\n([^]*?)^```$/gm)].map(([, info, code]) => ({ info, text: code }));
}

/** The page from a heading to the next heading of the same level or above. */
export function section(text: string, heading: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex(line => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  if (start < 0) {
    throw new Error(`There is no heading ${heading}.`);
  }
  const level = /^#+/.exec(lines[start])![0].length;
  const length = lines.slice(start + 1).findIndex(line => new RegExp(`^#{1,${level}} `).test(line));
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n');
}

/** The cells of the first table below a heading, without its head. */
export function tableOf(text: string, heading: string): string[][] {
  const rows = section(text, heading).split('\n').filter(line => line.startsWith('|'));
  return rows.slice(2).map(row => row.slice(2, -2).split(' | '));
}

/**
 * The parts of an output that an excerpt shows: `…` at the end of a line stands for the rest of the line,
 * a line of `…` alone for any number of lines.
 */
export function asExcerpt(excerpt: string): RegExp {
  const lines = excerpt.split('\n').map(line => {
    if (line.trim() === '…') {
      return '(?:.*\\n)*?';
    }
    const [shown, ...rest] = line.split(/…$/);
    return `${escaped(shown)}${rest.length > 0 ? '.*' : ''}\\n`;
  });
  return new RegExp(`^${lines.join('')}`.replace(/\\n$/, '\\n?'), 'm');
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
