import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** Runs a script of `.ci/` in a folder with these files. */
export function inFolder(files: Record<string, string>, script: string, ...args: string[]): { code: number; out: string; problem: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ci-'));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(__dirname, '../../.ci', script), ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status!, out: stdout, problem: stderr };
}
