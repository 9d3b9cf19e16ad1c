import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './snippets';
import { decoded } from '../input/encoding';
import { UsageError } from '../usage-error';

/** The app of a project. */
export interface Entry {
  readonly language: Language;

  /** The file that creates the app, relative to the project; absent if `cdk.json` does not name it. */
  readonly file?: string;
}

/** Programs that a command starts, by their languages. */
const PROGRAMS: readonly (readonly [RegExp, Language])[] = [
  [/\bpython[\d.]*\b|\.py\b|\b(?:poetry|uv|pipenv)\s+run\b/, 'python'],
  [/\b(?:mvn|mvnw|gradle|gradlew|java)\b/, 'java'],
  [/\bdotnet\b/, 'csharp'],
  [/\bgo\s+run\b|\bgo\s+mod\b/, 'go'],
];

/**
 * The app that `cdk.json` names.
 *
 * @param directory the folder of `cdk.json`
 * @throws UsageError if there is no `cdk.json`, or it has no command
 */
export function entryOf(directory: string): Entry {
  const command = commandIn(directory);
  const language = PROGRAMS.find(([program]) => program.test(command))?.[1] ?? 'typescript';
  return { language, file: fileIn(directory, command.split(/\s+/).map(word => word.replace(/^["']|["']$/g, '')), language) };
}

function commandIn(directory: string): string {
  const file = join(directory, 'cdk.json');
  if (!existsSync(file)) {
    throw new UsageError(`\`init\` must run where \`cdk.json\` is, got: ${directory}, which has none. Change to the folder of your app, or name it: \`cdk-async-invoke init FOLDER\`.`);
  }
  const app = appIn(decoded(readFileSync(file)));
  if (app === undefined) {
    throw new UsageError(`\`${file}\` must be JSON whose \`app\` is the command that starts the app, got: something else.`);
  }
  return app;
}

function appIn(text: string): string | undefined {
  try {
    const { app } = JSON.parse(text) as { app?: unknown };
    return typeof app === 'string' && app.trim() !== '' ? app : undefined;
  } catch {
    return undefined;
  }
}

/** The last file that a command names; of a compiled file, its source beside it. */
function fileIn(directory: string, words: readonly string[], language: Language): string | undefined {
  const exists = (file: string) => existsSync(join(directory, file));
  if (language === 'python') {
    return words.filter(word => word.endsWith('.py') && exists(word)).at(-1);
  }
  const named = words.filter(word => /\.[cm]?[jt]s$/.test(word)).at(-1);
  const source = named?.replace(/js$/, 'ts');
  if (language !== 'typescript' || named === undefined || source === undefined) {
    return undefined;
  }
  // With a compiler around, a JavaScript file without its source beside it is made from a source elsewhere.
  return exists(source) ? source : exists(named) && !exists('tsconfig.json') ? named : undefined;
}
