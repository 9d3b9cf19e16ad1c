import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { OrderPipeline } from './order-pipeline';
import { report } from './report';
import { readAssembly } from '../../lib/topology';

const outdir = mkdtempSync(join(tmpdir(), 'order-pipeline-'));
try {
  const app = new App({ outdir });
  new OrderPipeline(app, 'OrderPipeline');
  const { directory, stacks: [{ template }] } = app.synth();
  console.log(`Synthesized OrderPipeline: ${Object.keys(template.Resources).length} resources.\n`);
  console.log(report(readAssembly(directory)));
} finally {
  rmSync(outdir, { recursive: true });
}
