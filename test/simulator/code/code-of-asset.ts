import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Stack, aws_lambda as lambda } from 'aws-cdk-lib';
import { Simulator, runsCode, type Outcome } from '../../../lib/simulator';

/** Files by their path. */
export type Files = Readonly<Record<string, string>>;

/** What is deployed beside the files of the function. */
export interface Around {
  readonly runtime?: lambda.Runtime;

  /** A layer for each set of files, and for each ARN. */
  readonly layers?: ReadonlyArray<Files | string>;
}

/** Deploys a function from files, runs it for one event, and returns what became of the event. */
export async function ranFrom(files: Files, handler: string, { runtime = lambda.Runtime.NODEJS_22_X, layers = [] }: Around = {}): Promise<Outcome> {
  const root = mkdtempSync(join(tmpdir(), 'code-'));
  const written = (name: string, content: Files) => {
    for (const [path, text] of Object.entries(content)) {
      mkdirSync(dirname(join(root, name, path)), { recursive: true });
      writeFileSync(join(root, name, path), text);
    }
    return lambda.Code.fromAsset(join(root, name));
  };
  try {
    const app = new App({ outdir: join(root, 'cdk.out'), analyticsReporting: false });
    const stack = new Stack(app, 'Shop');
    new lambda.Function(stack, 'Orders', {
      runtime,
      handler,
      code: written('code', files),
      layers: layers.map((layer, index) => typeof layer === 'string'
        ? lambda.LayerVersion.fromLayerVersionArn(stack, `Layer${index}`, layer)
        : new lambda.LayerVersion(stack, `Layer${index}`, { code: written(`layer${index}`, layer) })),
    });
    const sim = Simulator.fromAssembly(app.synth().directory, { respond: runsCode() });
    try {
      const outcome = await sim.invoke('Orders');
      await sim.clock.settle();
      return outcome;
    } finally {
      await sim.close();
    }
  } finally {
    rmSync(root, { recursive: true });
  }
}
