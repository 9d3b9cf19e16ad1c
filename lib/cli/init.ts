import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeInWords, type Change } from './init/change';
import { dependency } from './init/dependency';
import { entryOf, type Entry } from './init/entry';
import { withChecks as withChecksInPython } from './init/python';
import { INSTALL, SNIPPETS } from './init/snippets';
import { withChecks as withChecksInTypeScript } from './init/typescript';
import type { Outcome } from './outcome';
import { UsageError } from './usage-error';

/** The options of `init`. */
export interface InitOptions {
  readonly 'dry-run'?: boolean;
}

/**
 * Adds the checks to an app: the plugin where the app is created, and the package to its dependencies.
 *
 * @param directory the folder of `cdk.json`
 * @param version of this package
 */
export function init(directory: string, options: InitOptions, version: string): Outcome {
  const entry = entryOf(directory);
  const app = appWithChecks(directory, entry);
  const declared = dependency(directory, entry.language, version);
  const changes = [app, ...declared ? [declared] : []].filter(({ before, after }) => before !== after);
  if (changes.length === 0) {
    return { code: 0, out: `${app.file} has the checks already. Nothing has changed.\n` };
  }
  if (!options['dry-run']) {
    changes.forEach(({ file, after }) => writeFileSync(join(directory, file), after));
  }
  return {
    code: 0,
    out: [
      options['dry-run'] ? 'Would change:\n' : 'Changed:\n',
      ...changes.map(changeInWords),
      `Next:\n  ${install(entry, declared)}\n  npx cdk synth --quiet\n`,
    ].join('\n'),
  };
}

function appWithChecks(directory: string, entry: Entry): Change {
  const { language, file } = entry;
  if (file === undefined) {
    throw refusal(entry, language === 'typescript' || language === 'python'
      ? '`app` in `cdk.json` must name the source file of the app, got: a command that does not'
      : '`init` must find an app in TypeScript, JavaScript or Python, got: another language');
  }
  const before = readFileSync(join(directory, file), 'utf8');
  if (/\bAsyncInvokeChecks\b/.test(before)) {
    return { file, before, after: before };
  }
  const after = (language === 'python' ? withChecksInPython : withChecksInTypeScript)(before);
  if (after === undefined) {
    throw refusal(entry, `\`${file}\` must create one \`App\` of aws-cdk-lib and assign it to a variable, got: something else`);
  }
  return { file, before, after };
}

function refusal({ language }: Entry, problem: string): UsageError {
  const snippet = SNIPPETS[language].replace(/^(?=.)/gm, '  ');
  return new UsageError(`${problem}. Nothing has changed. Add the checks yourself (${INSTALL[language]}):\n\n${snippet}`);
}

/** What installs the package; without a place for it, how to do that by hand. */
function install({ language }: Entry, declared: Change | undefined): string {
  if (declared === undefined) {
    return `${INSTALL[language]}, and declare it where your project declares aws-cdk-lib`;
  }
  return language === 'python' ? `pip install -r ${declared.file}` : 'npm install';
}
