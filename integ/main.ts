import { deploy } from './runner/deploy';
import { apps } from './runner/integ-app';
import { verify, write } from './runner/snapshot';

const ACTIONS = { verify, write, deploy };

/** Runs all integration tests, or those that are named, e.g. `destinations`. */
async function main(action: string, names: readonly string[]): Promise<void> {
  const run = ACTIONS[action as keyof typeof ACTIONS];
  for (const app of apps(names)) {
    const problem = await run(app);
    console.log(`${app.file}: ${problem ?? 'ok'}`);
    if (problem) {
      process.exitCode = 1;
    }
  }
}

void main(process.argv[2], process.argv.slice(3));
