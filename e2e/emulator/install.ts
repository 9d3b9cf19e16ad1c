import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

const REQUIREMENTS = path.join(__dirname, '../requirements.txt');

/** What is installed and written for these tests. */
export const CACHE = path.join(__dirname, '../../node_modules/.cache/e2e');

/** Installs MiniStack, once for each list of requirements, and tells which Python has it. */
export function install(): string {
  const version = createHash('sha256').update(fs.readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = path.join(CACHE, `ministack-${version}`);
  const python = path.join(folder, 'bin/python3');
  if (!fs.existsSync(path.join(folder, 'bin/ministack'))) {
    fs.mkdirSync(CACHE, { recursive: true });
    run('python3', ['-m', 'venv', folder]);
    run(path.join(folder, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS]);
  }
  return python;
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed: the end-to-end tests need Python 3.10 or newer, and PyPI`);
  }
}

// The tests run at the same time, so it is installed before them.
if (require.main === module) {
  install();
}
