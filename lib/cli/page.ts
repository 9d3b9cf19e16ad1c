import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { givenValues, type GivenOptions } from './input/given-values';
import type { Input } from './input/input';
import { reasonOf } from './system-error';
import { UsageError } from './usage-error';
import { version } from './version';
import { assemblyFiles, templateFiles } from '../report/app-files';
import { html, type PageParts } from '../report/html';
import type { PageInput } from '../report/page-input';

/** The program and the style of the page are files beside the code, so that only the page waits for them. */
const PARTS = join(__dirname, '../../assets/report');

/** What a page begins with. */
export interface PageStart {
  /** The function to begin with, e.g. `Shop/Orders:live`. */
  readonly selected?: string;

  /** The ids of rules that are left out. */
  readonly excluded?: readonly string[];
}

/**
 * Writes a page that shows an app.
 *
 * @returns a line about it
 * @throws UsageError if the file cannot be written
 */
export function writePage(file: string, input: Input, options: GivenOptions, start: PageStart = {}): string {
  const page = html(pageParts(), pageInput(input, options, start));
  try {
    writeFileSync(file, page);
  } catch (error) {
    throw new UsageError(`\`--html\` must be a file that can be written, got: ${JSON.stringify(file)}: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
  return `${file}: a page of ${Math.ceil(page.length / 1024)} KB, for any browser. It contains the templates of the app.\n`;
}

/** The app as a page takes it. */
export function pageInput({ assembly, templates = [] }: Input, options: GivenOptions, { selected, excluded }: PageStart = {}): PageInput {
  const given = givenValues(options);
  const { parameters, region, account } = given;
  return {
    kind: assembly === undefined ? 'templates' : 'assembly',
    title: assembly === undefined ? templates.map(({ file }) => basename(file)).join(', ') : nameOf(resolve(assembly)),
    files: assembly === undefined ? templateFiles(templates) : assemblyFiles(assembly, given),
    parameters: Object.fromEntries(parameters ?? []),
    region,
    account,
    excluded,
    selected,
    version: version(),
  };
}

/** The program and the style of the page. */
export function pageParts(): PageParts {
  const [script, style] = ['page.js', 'page.css'].map(name => readFileSync(join(PARTS, name), 'utf8'));
  return { script, style };
}

/** The directory of an app, which tells more than `cdk.out`. */
function nameOf(assembly: string): string {
  return basename(assembly) === 'cdk.out' ? basename(dirname(assembly)) || 'cdk.out' : basename(assembly);
}
