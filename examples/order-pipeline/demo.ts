import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { OrderPipeline } from './order-pipeline';
import { rehearse } from './rehearsal';
import { screen } from './screen';
import { check } from '../../lib/cli/check';
import { runsCode, Simulator } from 'cdk-async-invoke/simulator';

const { stdout, stderr, env } = process;
const colours = stdout.isTTY === true && !env.NO_COLOR;

/** Shows progress in one line that disappears at the end, on terminals only. */
function progress(doing = ''): void {
  if (stderr.isTTY) {
    stderr.write(`\r\u001b[K${doing === '' ? '' : `${doing} ...`}`);
  }
}

async function demo(outdir: string): Promise<string> {
  progress('synthesizing examples/order-pipeline');
  if (!existsSync(join(__dirname, '../../assets/handler/index.js'))) {
    throw new Error('The deploy-time handler is not built. Run `npm run demo`, which builds it first.');
  }
  const app = new App({ outdir, context: { 'aws:cdk:enable-path-metadata': true } });
  new OrderPipeline(app, 'OrderPipeline', { stackName: 'Shop' });
  app.synth();

  progress('checking');
  const checked = check([outdir], {}, { colours });

  const sim = Simulator.fromAssembly(outdir, { respond: runsCode() });
  try {
    return `Synthesized examples/order-pipeline and checked it. ${checked.out}${screen(await rehearse(sim, progress), colours)}\n`;
  } finally {
    await sim.close();
  }
}

const outdir = mkdtempSync(join(tmpdir(), 'order-pipeline-'));
demo(outdir)
  .finally(() => {
    progress();
    rmSync(outdir, { recursive: true });
  })
  .then(text => stdout.write(text), error => {
    process.exitCode = 1;
    stderr.write(`The demo failed: ${error.message}\nRun \`npm ci\` first, with Node.js 20 or newer.\n`);
  });
