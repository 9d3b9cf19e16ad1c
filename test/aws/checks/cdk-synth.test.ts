import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '../../..');

/** Runs `cdk synth`, the newest release, on the app with one error. */
function cdkSynth(stage: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-synth-'));
  const app = `${path.join(ROOT, 'node_modules/.bin/tsx')} --tsconfig test/tsconfig.json test/aws/checks/app-with-finding.ts`;
  const env = { ...process.env, STAGE: stage, CDK_DISABLE_CLI_TELEMETRY: 'true', NO_COLOR: '1' };
  return new Promise(resolve => {
    execFile(path.join(ROOT, 'node_modules/.bin/cdk'), ['synth', '--quiet', '--no-notices', '--app', app, '--output', outdir, ...args], { cwd: ROOT, env },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), out: stdout + stderr }));
  });
}

test('`cdk synth` shows a finding and fails', async () => {
  const { code, out } = await cdkSynth('');

  expect(out).toContain('ERROR `DestinationConfig.OnFailure.Destination` must be a standard queue, got: Shop/Failed.');
  expect(out).toContain('Shop/TakeOrder/EventInvokeConfig/Resource');
  expect(out).toContain("Acknowledge with 'cdk-async-invoke::FifoQueueDestination'");
  expect(code).toBe(1);
});

test('`cdk synth` tells of an error in a stage, which it does not select, and fails', async () => {
  const { code, out } = await cdkSynth('Prod');

  expect(out).toContain('ERROR `Stage` must have no errors, got: FifoQueueDestination at Prod/Shop/TakeOrder/EventInvokeConfig/Resource.');
  expect(code).toBe(1);
});

test("`cdk synth '**'` shows a finding in a stage and fails", async () => {
  const { code, out } = await cdkSynth('Prod', '**');

  expect(out).toContain('ERROR `DestinationConfig.OnFailure.Destination` must be a standard queue, got: Prod/Shop/Failed.');
  expect(out).toContain('Prod/Shop/TakeOrder/EventInvokeConfig/Resource (');
  expect(code).toBe(1);
});
