import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';

const CLI = path.join(__dirname, '../node_modules/.bin/cdk');

/** What `cdk` said, and whether it succeeded. */
export interface CliResult {
  readonly succeeded: boolean;
  readonly output: string;
}

/** Deploys apps with the CDK's own command line to what listens at an endpoint. */
export class Cli {
  constructor(private readonly endpoint: string) {}

  bootstrap(): Promise<CliResult> {
    return this.run('bootstrap', 'aws://000000000000/us-east-1');
  }

  /** @param declare declares the stacks of the app */
  async deploy(declare: (app: App) => Stack): Promise<CliResult> {
    const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'e2e-'));
    try {
      const app = new App({ outdir });
      declare(app);
      app.synth();
      return await this.run('deploy', '--app', outdir, '--all', '--require-approval', 'never', '--progress', 'events');
    } finally {
      fs.rmSync(outdir, { recursive: true });
    }
  }

  /** The same, for a deployment that must not fail. */
  async succeed(declare: (app: App) => Stack): Promise<void> {
    const { succeeded, output } = await this.deploy(declare);
    assert.ok(succeeded, output);
  }

  /** Not synchronous: the gateway to Lambda lives in this process. */
  private run(...args: string[]): Promise<CliResult> {
    const cli = spawn(CLI, [...args, '--no-notices', '--no-color'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...CREDENTIALS,
        AWS_ENDPOINT_URL: this.endpoint,
        AWS_ENDPOINT_URL_S3: this.endpoint,
        CDK_DISABLE_CLI_TELEMETRY: 'true',
      },
    });
    let output = '';
    cli.stdout.on('data', chunk => output += chunk);
    cli.stderr.on('data', chunk => output += chunk);
    return new Promise(resolve => cli.on('close', code => resolve({ succeeded: code === 0, output })));
  }
}

/** The emulator knows one account, and believes anybody. */
export const CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'us-east-1',
};
