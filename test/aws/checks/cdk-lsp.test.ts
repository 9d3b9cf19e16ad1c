import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as aws from 'aws-cdk-lib/package.json';
import { firstDiagnostics } from './language-server';
import { peerDependencies } from '../../../package.json';

const ROOT = path.join(__dirname, '../../..');
const CDK = path.join(ROOT, 'node_modules/.bin/cdk');
const APP = path.join(__dirname, 'app-with-finding.ts');

/** A project of its own, because the language server marks only files inside the project that it serves. */
function project(): string {
  const directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-lsp-')));
  fs.copyFileSync(APP, path.join(directory, 'app.ts'));
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(directory, 'node_modules'));
  fs.writeFileSync(path.join(directory, 'cdk.json'), JSON.stringify({
    app: `${path.join(ROOT, 'node_modules/.bin/tsx')} --tsconfig ${path.join(ROOT, 'test/tsconfig.json')} app.ts`,
  }));
  return directory;
}

/** Synthesizes an app as `cdk lsp` does after each change, and returns what it then shows in the editor. */
async function shown(stage: string) {
  const directory = project();
  const env = { ...process.env, STAGE: stage, CDK_DISABLE_CLI_TELEMETRY: 'true' };
  try {
    execFileSync(CDK, ['synth', '--quiet', '--no-notices', '--debug-app', '**'], { cwd: directory, env, stdio: 'ignore' });
  } catch {
    // The finding fails the synth.
  }
  return { directory, diagnostics: await firstDiagnostics(CDK, directory) };
}

test.each([['', 'Shop/Failed'], ['Prod', 'Prod/Shop/Failed']])('`cdk lsp` shows a finding at the line of the app, in the stage "%s"', async (stage, queue) => {
  const { directory, diagnostics } = await shown(stage);

  expect(diagnostics).toEqual([{
    file: path.join(directory, 'app.ts'),
    line: expect.any(Number),
    severity: 1,
    code: 'FifoQueueDestination',
    source: 'cdk-async-invoke',
    message: `\`DestinationConfig.OnFailure.Destination\` must be a standard queue, got: ${queue}. Lambda refuses FIFO queues as destinations: `
      + 'the deployment fails. Use a standard queue, or a function that writes to the FIFO queue.',
  }]);
  // The oldest aws-cdk-lib that we support gives a line of the scopes around the function.
  const line = peerDependencies['aws-cdk-lib'] === `^${aws.version}` ? /^[^ ]/ : /^new lambda\.Function\(/;
  expect(fs.readFileSync(APP, 'utf8').split('\n')[diagnostics[0].line]).toMatch(line);
});
