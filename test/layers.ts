/** What one folder of `lib/` may import, besides itself. */
export interface Layer {
  /** Folders of `lib/`. */
  readonly folders: string[];

  /** Packages, their submodules included. */
  readonly packages: string[];

  /** The reason, for whoever breaks the rule. */
  readonly why: string;
}

/** Who may import whom: the table of ARCHITECTURE.md. */
export const LAYERS: Record<string, Layer> = {
  constraints: {
    folders: [],
    packages: [],
    why: 'constraints/ is data about the clouds: it imports nothing',
  },
  topology: {
    folders: ['constraints'],
    packages: ['node:fs', 'node:path'],
    why: 'topology/ reads templates: it knows neither the CDK nor an SDK',
  },
  checks: {
    folders: ['topology', 'constraints'],
    packages: [],
    why: 'checks/ are rules over a topology: they know neither the CDK nor files',
  },
  cli: {
    folders: ['topology', 'checks', 'constraints'],
    packages: ['node:.*'],
    why: 'cli/ reads and prints: it starts without the CDK',
  },
  aws: {
    folders: ['constraints', 'topology', 'checks'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/ declares: it alone knows aws-cdk-lib, and nothing that runs later',
  },
};

/** The packages of a layer as regular expressions. */
export function packagesOf(layer: Layer): string[] {
  return layer.packages.map(name => `${name}(/.*)?`);
}
