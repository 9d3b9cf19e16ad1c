import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const SCRIPT = path.join(__dirname, '../../.ci/publish/go');

let folder: string;
let repository: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'module-'));
  repository = fs.mkdtempSync(path.join(os.tmpdir(), 'repository-'));
  git('init', '--quiet', '--bare');
  build('go.mod', 'first.go');
});

test('the first version goes into an empty repository, with the tag of a module in a folder', () => {
  expect(publish('0.1.0')).toBe('Published orders/v0.1.0.\n');
  expect(tagged('orders/v0.1.0')).toEqual(['orders/first.go', 'orders/go.mod']);
  expect(git('rev-parse', 'main')).toBe(git('rev-parse', 'orders/v0.1.0'));
});

test('a file that the next version lacks is removed, and the first version stays', () => {
  publish('0.1.0');
  build('go.mod', 'second.go');

  expect(publish('0.2.0')).toBe('Published orders/v0.2.0.\n');
  expect(tagged('orders/v0.2.0')).toEqual(['orders/go.mod', 'orders/second.go']);
  expect(tagged('orders/v0.1.0')).toEqual(['orders/first.go', 'orders/go.mod']);
  expect(git('log', '--format=%s', 'main')).toBe('0.2.0\n0.1.0\n');
});

test('a version that is published already is left alone', () => {
  publish('0.1.0');
  build('go.mod', 'second.go');

  expect(publish('0.1.0')).toBe('0.1.0 is published already.\n');
  expect(tagged('orders/v0.1.0')).toEqual(['orders/first.go', 'orders/go.mod']);
});

function build(...files: string[]): void {
  const module = path.join(folder, 'orders');
  fs.rmSync(module, { recursive: true, force: true });
  fs.mkdirSync(module);
  files.forEach(file => fs.writeFileSync(path.join(module, file), file));
}

function publish(version: string): string {
  return execFileSync(SCRIPT, [folder, repository, version], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function tagged(tag: string): string[] {
  return git('ls-tree', '-r', '--name-only', tag).trim().split('\n');
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: repository, encoding: 'utf8' });
}
