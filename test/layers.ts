/** What one folder of `lib/` may import, besides itself. */
export interface Layer {
  /** Folders of `lib/`, or rooms of one: a folder that is not a layer allows none of its rooms. */
  readonly folders: string[];

  /** Packages, their submodules included. */
  readonly packages: string[];

  /** The reason, for whoever breaks the rule. */
  readonly why: string;
}

/** Who may import whom: the table of ARCHITECTURE.md. A room of `aws/` is a layer of its own. */
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
  'doors': {
    folders: [],
    packages: ['node:async_hooks', 'node:crypto', 'node:fs', 'node:path', 'node:util', 'node:zlib'],
    why: 'doors/ is what topology/ and simulator/ need of Node.js: a page in a browser brings other doors',
  },
  'topology': {
    folders: ['constraints', 'contract', 'doors'],
    packages: [],
    why: 'topology/ reads templates: it knows neither the CDK nor an SDK, and Node.js only by doors/',
  },
  'checks': {
    folders: ['topology', 'constraints'],
    packages: [],
    why: 'checks/ are rules over a topology: they know neither the CDK nor files',
  },
  'fixes': {
    folders: ['topology', 'checks', 'constraints'],
    packages: [],
    why: 'fixes/ mend findings: they know neither the CDK nor files',
  },
  'simulator': {
    folders: ['topology', 'constraints', 'contract', 'invocation-record', 'doors', 'replay/run', 'simulator/code', 'simulator/endpoint', 'simulator/service'],
    packages: [],
    why: 'simulator/ runs a topology: it knows neither the CDK nor an SDK, and Node.js only by doors/',
  },
  'simulator/code': {
    folders: ['topology', 'constraints', 'contract', 'simulator'],
    packages: ['node:.*'],
    why: 'simulator/code/ runs the code of an app: it alone starts processes',
  },
  'simulator/endpoint': {
    folders: ['topology', 'constraints', 'contract', 'simulator', 'simulator/service'],
    packages: ['node:.*'],
    why: 'simulator/endpoint/ serves HTTP: it does not know who calls',
  },
  'simulator/service': {
    folders: ['topology', 'constraints', 'contract', 'simulator', 'doors'],
    packages: ['node:buffer', 'node:crypto'],
    why: 'simulator/service/ is the API of Lambda and its neighbours over the state: it knows neither HTTP nor Node.js, except how bytes are read and hashed',
  },
  'explanation': {
    folders: ['topology', 'constraints'],
    packages: [],
    why: 'explanation/ is the life of an event as data: whoever shows it adds words and colours',
  },
  'replay/plan': {
    folders: ['constraints', 'contract', 'invocation-record'],
    packages: [],
    why: 'replay/plan/ decides what is sent again: whoever reads the records brings them',
  },
  'replay/run': {
    folders: ['contract', 'invocation-record', 'replay/plan'],
    packages: [],
    why: 'replay/run/ sends each event once: it knows the ledger and Lambda only as interfaces',
  },
  'replay/worker': {
    folders: ['contract', 'invocation-record', 'replay/plan', 'replay/run'],
    packages: ['@aws-sdk', '@smithy', 'node:.*'],
    why: 'replay/worker/ runs in the functions of a replay: it has the SDK of the runtime',
  },
  'report': {
    folders: ['topology', 'explanation'],
    packages: ['node:crypto', 'node:zlib'],
    why: 'report/ packs an app into a page: it knows neither the command line nor files',
  },
  'report/page': {
    folders: ['report', 'topology', 'checks', 'fixes', 'explanation', 'simulator', 'simulator/service', 'constraints'],
    packages: ['@dagrejs/dagre'],
    why: 'report/page/ runs in a browser: it reads, checks and plays an app there',
  },
  'report/playground': {
    folders: ['report', 'report/page', 'topology', 'yaml'],
    packages: [],
    why: 'report/playground/ asks for an app in a browser: the page shows it',
  },
  'cli': {
    folders: ['report', 'topology', 'checks', 'fixes', 'explanation', 'simulator', 'simulator/endpoint', 'constraints', 'contract', 'invocation-record', 'replay/plan'],
    packages: ['node:.*'],
    why: 'cli/ reads and prints: it starts without the CDK',
  },
  'handler': {
    folders: ['constraints', 'contract'],
    packages: ['@aws-sdk', '@smithy', 'node:.*'],
    why: 'handler/ runs during a deployment: it alone knows the SDK, and nothing of the CDK',
  },
  'yaml': {
    folders: ['topology'],
    packages: ['yaml'],
    why: 'yaml/ reads templates in YAML: it alone knows the parser',
  },
  'provider': {
    folders: ['constraints', 'contract'],
    packages: ['aws-cdk-lib', 'constructs', 'node:crypto', 'node:path'],
    why: 'provider/ declares the function that runs the handler: the constructs of both clouds use it',
  },
  'aws/target': {
    folders: ['constraints'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/target/ tells which function and qualifier a construct means: every other room of aws/ stands on it',
  },
  'aws/destinations': {
    folders: ['constraints', 'provider', 'aws/target'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/destinations/ binds a destination to a target: it does not know what the config around it is',
  },
  'aws/config': {
    folders: ['constraints', 'provider', 'aws/target', 'aws/destinations'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/config/ configures a target that exists: it makes no function, and calls nothing',
  },
  'aws/operations': {
    folders: ['constraints', 'contract', 'aws/target', 'aws/config'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/operations/ watches what an app declares: it configures nothing',
  },
  'aws/function': {
    folders: ['constraints', 'provider', 'aws/target', 'aws/destinations', 'aws/config', 'aws/operations', 'aws/replay'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/function/ makes functions and aliases with their configs: nothing of it waits for a deployment',
  },
  'aws/mixins': {
    folders: ['constraints', 'provider', 'aws/target', 'aws/destinations', 'aws/config', 'aws/operations', 'aws/function'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/mixins/ applies to a whole app what the other rooms do for one function',
  },
  'aws/replay': {
    folders: ['constraints', 'contract', 'provider', 'aws/target', 'aws/destinations', 'aws/config'],
    packages: ['aws-cdk-lib', 'constructs', 'node:path'],
    why: 'aws/replay/ declares what sends failed events again: it takes functions, and makes none but its workers',
  },
  'aws/deploy-time': {
    folders: ['constraints', 'contract', 'provider', 'aws/target', 'aws/destinations', 'aws/config'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/deploy-time/ renders custom resources: it takes functions, and makes none',
  },
  'aws/checks': {
    folders: ['constraints', 'topology', 'checks', 'aws/target', 'aws/config'],
    packages: ['aws-cdk-lib', 'constructs'],
    why: 'aws/checks/ shows findings to aws-cdk-lib: it alone in aws/ reads templates',
  },
  'alibaba': {
    folders: ['constraints', 'contract', 'provider'],
    packages: ['aws-cdk-lib', 'constructs', 'node:fs', 'node:path'],
    why: 'alibaba/ declares for Function Compute: it knows nothing of Lambda but the function that runs the handler',
  },
};

/** What runs in a browser, too: with all that it imports, it reaches Node.js only by `doors/`, which a page replaces. */
export const RUNS_IN_BROWSERS = ['checks/index.ts', 'explanation/explanation.ts', 'fixes/index.ts', 'report/page/main.ts', 'report/playground/main.ts', 'simulator/simulated-lambda.ts', 'topology/index.ts'];

/** The packages of a layer as regular expressions. */
export function packagesOf(layer: Layer): string[] {
  return layer.packages.map(name => `${name}(/.*)?`);
}
