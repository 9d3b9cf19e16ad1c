import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '../../..');

/** The command line of the CDK. */
export const CDK = path.join(ROOT, 'node_modules/.bin/cdk');

/** The source of the app. */
export const APP = path.join(__dirname, 'app-with-finding.ts');

/**
 * A project of its own with the app, synthesized as `cdk lsp` does it after each change: the tools show only files inside the project that they serve.
 *
 * @param stage name of the stage around the stack; empty for none
 * @returns the folder of `cdk.json`
 */
export function projectWithFinding(stage: string): string {
  const directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'project-with-finding-')));
  fs.copyFileSync(APP, path.join(directory, 'app.ts'));
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(directory, 'node_modules'));
  fs.writeFileSync(path.join(directory, 'cdk.json'), JSON.stringify({
    app: `${path.join(ROOT, 'node_modules/.bin/tsx')} --tsconfig ${path.join(ROOT, 'test/tsconfig.json')} app.ts`,
  }));
  const env = { ...process.env, STAGE: stage, CDK_DISABLE_CLI_TELEMETRY: 'true' };
  try {
    execFileSync(CDK, ['synth', '--quiet', '--no-notices', '--debug-app', '**'], { cwd: directory, env, stdio: 'ignore' });
  } catch {
    // The finding fails the synth.
  }
  return directory;
}
