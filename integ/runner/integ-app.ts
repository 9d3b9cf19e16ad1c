import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const FOLDER = path.join(ROOT, 'integ');

/** An app with an integration test, `integ.<name>.ts`. */
export interface IntegApp {
  /** Path of the app, from the root of the repository. */
  readonly file: string;

  /** Folder of its snapshot. */
  readonly snapshot: string;
}

/**
 * The apps with these names, or all of them without a name.
 *
 * @throws Error if a name is unknown
 */
export function apps(names: readonly string[]): IntegApp[] {
  const all = fs.readdirSync(FOLDER).flatMap(file => /^integ\.(.+)\.ts$/.exec(file)?.[1] ?? []);
  const unknown = names.filter(name => !all.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no integration test ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  }
  return all
    .filter(name => names.length === 0 || names.includes(name))
    .map(name => ({ file: `integ/integ.${name}.ts`, snapshot: path.join(FOLDER, `integ.${name}.ts.snapshot`) }));
}

/** Synthesizes an app into a temporary folder, and removes it when `use` is done. */
export async function synthesized<T>({ file }: IntegApp, use: (assembly: string) => T | Promise<T>): Promise<T> {
  const assembly = fs.mkdtempSync(path.join(os.tmpdir(), 'integ-'));
  try {
    const { status } = spawnSync('tsx', [file], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      // A snapshot must not depend on the account of whoever writes it.
      env: { ...process.env, CDK_OUTDIR: assembly, CDK_DEFAULT_ACCOUNT: undefined, CDK_DEFAULT_REGION: undefined },
    });
    if (status !== 0) {
      throw new Error(`${file} does not synthesize.`);
    }
    return await use(assembly);
  } finally {
    fs.rmSync(assembly, { recursive: true });
  }
}
