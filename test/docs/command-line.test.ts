import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { asExcerpt, fences, page, section } from './pages';
import { OrderPipeline } from '../../examples/order-pipeline/order-pipeline';
import { CHECK_HELP, EXPLAIN_HELP, INIT_HELP, REPLAY_HELP, SIMULATE_HELP, WATCH_HELP } from '../../lib/cli/help';
import { run } from '../../lib/cli/run';

const PAGE = page('docs/command-line.md');

const outdir = mkdtempSync(join(tmpdir(), 'command-line-page-'));
const app = new App({ outdir, context: { 'aws:cdk:enable-path-metadata': true } });
new OrderPipeline(app, 'OrderPipeline', { stackName: 'Shop' });
app.synth();
afterAll(() => rmSync(outdir, { recursive: true }));

test.each([['check', CHECK_HELP], ['explain', EXPLAIN_HELP], ['simulate', SIMULATE_HELP], ['watch', WATCH_HELP], ['replay', REPLAY_HELP], ['init', INIT_HELP]])('the page has the help of %s', (command, help) => {
  expect(fences(section(PAGE, command))[0].text).toBe(help);
});

test('the page shows a fix', async () => {
  const [, { text }] = fences(section(PAGE, 'check'));
  const [asked, ...answer] = text.split('\n');
  writeFileSync(join(outdir, 'orders.yaml'), [
    'Resources:', '  Config:', '    Type: AWS::Lambda::EventInvokeConfig', '    Properties:', '      FunctionName: orders', '      Qualifier: $LATEST', '      MaximumRetryAttempts: 3',
  ].join('\n'));
  const before = process.cwd();
  process.chdir(outdir);
  const { out } = await run(['check', 'orders.yaml', '--fix-hint'], { colours: false }).finally(() => process.chdir(before));

  expect(asked).toBe('$ npx cdk-async-invoke check orders.yaml --fix-hint');
  expect(out).toMatch(asExcerpt(answer.join('\n')));
});

test.each([
  ['explain', ['explain', outdir, 'ImportOrders:live']],
  ['simulate', ['simulate', outdir, '--function', 'ImportOrders:live', '--fail', '--times', '1']],
])('the page shows what %s says', async (command, args) => {
  const [, { text }] = fences(section(PAGE, command));
  const [asked, ...answer] = text.split('\n');
  const { out } = await run(args, { colours: false });

  expect(asked).toBe(`$ npx cdk-async-invoke ${args.map(arg => arg === outdir ? 'cdk.out' : arg).filter(arg => command === 'explain' || arg !== 'cdk.out').join(' ')}`);
  expect(out).toMatch(asExcerpt(answer.join('\n')));
});

test('the page shows a plan', async () => {
  const [, { text: record }, { text }] = fences(section(PAGE, 'replay'));
  const [asked, ...answer] = text.split('\n');
  writeFileSync(join(outdir, 'failed.jsonl'), record);
  const before = process.cwd();
  process.chdir(outdir);
  const { out } = await run(['replay', 'plan', 'failed.jsonl'], { colours: false }).finally(() => process.chdir(before));

  expect(asked).toBe('$ npx cdk-async-invoke replay plan failed.jsonl');
  expect(out).toMatch(asExcerpt(answer.join('\n')));
});
