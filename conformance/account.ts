import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { App } from 'aws-cdk-lib';
import { conformanceStack } from './stack';
import type { Story } from './story';
import { World } from './world';

const CLI = path.join(__dirname, '../node_modules/.bin/cdk');

/**
 * Plays stories on the account of the credentials, in a stack that is deployed before and destroyed after, also if a story fails.
 *
 * @param stack the name of the stack: what it declares has names that begin with it
 * @throws Error if the stack cannot be deployed or destroyed
 */
export async function onAccount<T>(stack: string, stories: readonly Story[], play: (world: World) => Promise<T>): Promise<T> {
  const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  if (region === undefined) {
    throw new Error('Set AWS_REGION to the Region in which the stories shall be played.');
  }
  const { Account: account } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-'));
  const app = new App({ outdir });
  conformanceStack(app, stack, stories);
  app.synth();
  try {
    cdk('deploy', '--app', outdir, '--require-approval', 'never', stack);
    const world = new World({ account: account!, region, stack, client: {}, wait: seconds => sleep(seconds * 1000) });
    try {
      return await play(world);
    } finally {
      world.close();
    }
  } finally {
    cdk('destroy', '--app', outdir, '--force', stack);
    fs.rmSync(outdir, { recursive: true });
  }
}

function cdk(...args: string[]): void {
  const { status } = spawnSync(CLI, [...args, '--no-notices'], { stdio: 'inherit' });
  if (status !== 0) {
    throw new Error(`cdk ${args[0]} failed`);
  }
}
