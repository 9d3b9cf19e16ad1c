import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { synthesized, type IntegApp } from './integ-app';

/** What a snapshot has of an assembly: neither the code of assets nor the construct tree. */
const KEPT = /^(integ|manifest|.+\.(assets|metadata|template))\.json$/;

/** Compares an app with its snapshot, byte for byte, and prints the differences. */
export function verify(app: IntegApp): Promise<string | undefined> {
  return synthesized(app, assembly => {
    keep(assembly);
    fs.mkdirSync(app.snapshot, { recursive: true });
    const { status } = spawnSync('git', ['--no-pager', 'diff', '--no-index', app.snapshot, assembly], { stdio: 'inherit' });
    return status === 0 ? undefined : 'differs from its snapshot. If that is intended, run `npm run integ:snapshot`.';
  });
}

/** Writes the snapshot of an app anew. */
export function write(app: IntegApp): Promise<undefined> {
  return synthesized(app, assembly => {
    keep(assembly);
    fs.rmSync(app.snapshot, { recursive: true, force: true });
    fs.cpSync(assembly, app.snapshot, { recursive: true });
    return undefined;
  });
}

function keep(assembly: string): void {
  for (const name of fs.readdirSync(assembly)) {
    const file = path.join(assembly, name);
    if (!KEPT.test(name)) {
      fs.rmSync(file, { recursive: true });
    } else if (name.endsWith('.metadata.json')) {
      fs.writeFileSync(file, JSON.stringify(JSON.parse(fs.readFileSync(file, 'utf8')), withoutTrace, 2));
    }
  }
}

/** Traces of acknowledgements have paths of this machine, and nothing switches them off. */
function withoutTrace(key: string, value: unknown): unknown {
  return key === 'trace' ? undefined : value;
}
