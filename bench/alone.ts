import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What a file of this folder prints in a process that does nothing else. */
export function alone(file: string, argument: string): string {
  return execFileSync(process.execPath, [...process.execArgv, join(__dirname, file), argument], { encoding: 'utf8' });
}
