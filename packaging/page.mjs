// Bundles the page that shows an app, and with `--playground` the page that asks for one. In a browser, the doors to Node.js are those of the page.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { build } from 'esbuild';

const REPORT = 'node_modules/.cache/cdk-async-invoke/page.json';
const DOORS = join('lib', 'report', 'page', 'doors');

/** Resolves each import of `lib/doors` to the door of that name in the page. */
const doors = {
  name: 'doors',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/(.*\/)?doors\/[a-z-]+$/ }, ({ path, resolveDir }) =>
      join(resolveDir, path).includes(join('page', 'doors') + sep) ? undefined : { path: join(process.cwd(), DOORS, `${basename(path)}.ts`) });
  },
};

const isPlayground = process.argv.includes('--playground');
const { metafile } = await build({
  entryPoints: [{ in: `lib/report/${isPlayground ? 'playground' : 'page'}/main.ts`, out: 'page' }, { in: 'lib/report/page/page.css', out: 'page' }],
  outdir: isPlayground ? 'docs/playground/build' : 'assets/report',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: [doors],
});
if (!isPlayground) {
  mkdirSync(join(REPORT, '..'), { recursive: true });
  // Of which packages it has code: `pages/third-party.ts` reads it.
  writeFileSync(REPORT, JSON.stringify(metafile));
}
