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

let here: Record<string, Files>;
let there: Record<string, Files>;

beforeAll(() => {
  here = synthesized({ folder: ROOT, user: 'here', date: '2026-02-03T04:05:06Z', TZ: 'UTC' });
  there = synthesized({ folder: movedSources(), user: 'there', date: '2031-12-31T23:59:59Z', TZ: 'Asia/Kolkata' });
}, 180_000);

test.each(APPS)('%s gives the same bytes in another folder, of another user, on another day', app => {
  expect(Object.keys(here[app])).not.toEqual([]);
  expect(there[app]).toEqual(here[app]);
});

interface Place {
  readonly folder: string;
  readonly user: string;
  readonly date: string;
  readonly TZ: string;
}

/** What deployments depend on: the templates, and the assets with their hashes. */
type Files = Record<string, string>;

/** The files of each app. One process synthesizes all apps of a place, since loading aws-cdk-lib takes most of the time. */
function synthesized({ folder, user, date, TZ }: Place): Record<string, Files> {
  const home = mkdtempSync(join(scratch, user));
  const outdirs = Object.fromEntries(APPS.map((app, index) => [app, join(home, `cdk.out.${index}`)]));
  const { status, stderr } = spawnSync(process.execPath, [require.resolve('tsx/cli'), '--tsconfig', 'test/tsconfig.json', loaderOf(outdirs, home)], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: home,
      USER: user,
      TZ,
      CDK_VALIDATION: 'false',
      TMPDIR: scratch,
      NODE_OPTIONS: `--require ${clockAt(date, home)}`,
    },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return Object.fromEntries(APPS.map(app => [app, filesIn(outdirs[app])]));
}

function filesIn(outdir: string): Files {
  return Object.fromEntries(readdirSync(outdir)
    .filter(file => /\.(template|assets)\.json$/.test(file))
    .map(file => [file, readFileSync(join(outdir, file), 'utf8')]));
}

/** A module that loads each app with an output folder of its own, as the CDK CLI would set it. */
function loaderOf(outdirs: Record<string, string>, folder: string): string {
  const file = join(folder, 'loader.cjs');
  writeFileSync(file, `
    // Each app waits for the end of the process.
    process.setMaxListeners(0);
    for (const [app, outdir] of Object.entries(${JSON.stringify(outdirs)})) {
      process.env.CDK_OUTDIR = outdir;
      require(require('node:path').resolve(app));
    }`);
  return file;
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
