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
  'constraints': {
    folders: [],
    packages: [],
    why: 'constraints/ is data about the clouds: it imports nothing',
  },
  'contract': {
    folders: [],
    packages: [],
    why: 'contract/ is names and types that cross a process: it imports nothing',
  },
  'invocation-record': {
    folders: ['contract'],
    packages: [],
    why: 'invocation-record/ is bundled into the functions of users: it depends on nothing',
  },
  'topology': {
    folders: ['constraints', 'contract'],
    packages: ['node:fs', 'node:path'],
    why: 'topology/ reads templates: it knows neither the CDK nor an SDK',
  },
  'checks': {
    folders: ['topology', 'constraints'],
    packages: [],
    why: 'checks/ are rules over a topology: they know neither the CDK nor files',
  },
  'simulator': {
    folders: ['topology', 'constraints', 'contract', 'invocation-record'],
    packages: ['node:.*'],
    why: 'simulator/ runs a topology: it knows neither the CDK nor an SDK, nor who calls its endpoint',
  },
  'cli': {
    folders: ['topology', 'checks', 'simulator', 'constraints'],
    packages: ['node:.*'],
    why: 'cli/ reads and prints: it starts without the CDK',
  },
  'handler': {
    folders: ['constraints', 'contract'],
    packages: ['@aws-sdk', '@smithy', 'node:.*'],
    why: 'handler/ runs during a deployment: it alone knows the SDK, and nothing of the CDK',
  },
  'provider': {
    folders: ['constraints', 'contract'],
    packages: ['aws-cdk-lib', 'constructs', 'node:crypto', 'node:path'],
    why: 'provider/ declares the function that runs the handler: the constructs of both clouds use it',
  },
  'aws': {
    folders: ['constraints', 'contract', 'topology', 'checks', 'provider'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/ declares: it knows aws-cdk-lib, and nothing that runs later',
  },
  'alibaba': {
    folders: ['constraints', 'contract', 'provider'],
    packages: ['aws-cdk-lib', 'constructs', 'node:fs', 'node:path'],
    why: 'alibaba/ declares for Function Compute: it knows nothing of Lambda but the function that runs the handler',
  },
};

/** The packages of a layer as regular expressions. */
export function packagesOf(layer: Layer): string[] {
  return layer.packages.map(name => `${name}(/.*)?`);
}
