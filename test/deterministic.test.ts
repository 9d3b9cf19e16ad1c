import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const SOURCES = ['assets', 'examples', 'integ', 'lib', 'package.json', 'test/tsconfig.json', 'tsconfig.json'];
const APPS = [
  ...readdirSync(join(ROOT, 'integ')).filter(file => /^integ\..*\.ts$/.test(file)).map(file => `integ/${file}`),
  ...readdirSync(join(ROOT, 'examples')).map(folder => `examples/${folder}/app.ts`).filter(app => existsSync(join(ROOT, app))),
];

const scratch = mkdtempSync(join(tmpdir(), 'deterministic-'));
afterAll(() => rmSync(scratch, { recursive: true }));

test.each(APPS)('%s gives the same bytes in another folder, of another user, on another day', app => {
  const [here, there] = [
    synthesized(app, { folder: ROOT, user: 'here', date: '2026-02-03T04:05:06Z', TZ: 'UTC' }),
    synthesized(app, { folder: movedSources(), user: 'there', date: '2031-12-31T23:59:59Z', TZ: 'Asia/Kolkata' }),
  ];

  expect(Object.keys(here)).not.toEqual([]);
  expect(there).toEqual(here);
});

interface Place {
  readonly folder: string;
  readonly user: string;
  readonly date: string;
  readonly TZ: string;
}

/** What deployments depend on: the templates, and the assets with their hashes. */
function synthesized(app: string, { folder, user, date, TZ }: Place): Record<string, string> {
  const home = mkdtempSync(join(scratch, user));
  const outdir = join(home, 'cdk.out');
  const { status, stderr } = spawnSync(process.execPath, [require.resolve('tsx/cli'), '--tsconfig', 'test/tsconfig.json', app], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: home,
      USER: user,
      TZ,
      CDK_OUTDIR: outdir,
      CDK_VALIDATION: 'false',
      TMPDIR: scratch,
      NODE_OPTIONS: `--require ${clockAt(date, home)}`,
    },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return Object.fromEntries(readdirSync(outdir)
    .filter(file => /\.(template|assets)\.json$/.test(file))
    .map(file => [file, readFileSync(join(outdir, file), 'utf8')]));
}

function movedSources(): string {
  const folder = mkdtempSync(join(scratch, 'moved-'));
  mkdirSync(join(folder, 'test'));
  SOURCES.forEach(source => cpSync(join(ROOT, source), join(folder, source), { recursive: true }));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** A module that makes a process believe that it was started on a date. */
function clockAt(date: string, folder: string): string {
  const file = join(folder, 'clock.cjs');
  writeFileSync(file, `
    const ahead = Date.parse('${date}') - Date.now();
    globalThis.Date = class extends Date {
      constructor(...args) { args.length === 0 ? super(Date.now()) : super(...args); }
      static now() { return super.now() + ahead; }
    };`);
  return file;
}
