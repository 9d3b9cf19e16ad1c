import * as path from 'node:path';
import { awscdk, javascript } from 'projen';
import { LAYERS, packagesOf, type Layer } from './test/layers';

/**
 * The library is developed against the floor of its peer range, so that nothing
 * newer is used by accident; `.ci/newest` runs the same tests against the newest
 * release. The floor is the first version whose findings the CDK CLI shows.
 */
const AWS_CDK_LIB = '2.258.0';
const CONSTRUCTS = '10.5.1';

/** One version for all clients, so that they share one core. */
const AWS_SDK = '3.1162.0';

/** Folders of code that uses the library, beside `test`. */
const APPS = ['bench', 'conformance', 'e2e', 'examples', 'integ', 'languages', 'pages'];

/** What knows the browser: a program of its own, so that no other file does. */
const OF_BROWSER = ['lib/report/page/main.ts', 'lib/report/page/open.ts', 'lib/report/playground/main.ts', 'lib/report/page/view/dom.ts', 'lib/report/page/view/page.ts', 'test/report/browser/**/*.ts'];

/** What TypeScript users import apart from the constructs: no jsii, no aws-cdk-lib. */
const SUBPATHS = ['invocation-record', 'simulator'];

/** The layers within a folder that is a layer itself. */
function roomsOf(folder: string): Layer[] {
  return Object.entries(LAYERS).filter(([name]) => name.startsWith(`${folder}/`)).map(([, layer]) => layer);
}

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-async-invoke',
  description:
    'CDK constructs, checks and a simulator for asynchronous AWS Lambda invocation: retries, destinations and aliases that keep failed events.',
  keywords: [
    'alibaba-cloud',
    'async',
    'asynchronous-invocation',
    'custom-resource',
    'dead-letter-queue',
    'destinations',
    'event-invoke-config',
    'eventbridge',
    'function-compute',
    'lambda',
    'retry',
    'serverless',
    'simulator',
    'sns',
    'sqs',
  ],
  author: 'cdk-async-invoke authors',
  authorAddress: 'cdk-async-invoke@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk-async-invoke/cdk-async-invoke.git',
  license: 'Apache-2.0',
  copyrightOwner: 'cdk-async-invoke authors',
  copyrightPeriod: '2026',
  stability: 'experimental',
  defaultReleaseBranch: 'main',
  homepage: 'https://github.com/cdk-async-invoke/cdk-async-invoke#readme',
  bugsUrl: 'https://github.com/cdk-async-invoke/cdk-async-invoke/issues',

  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  projenVersion: '0.103.25',
  typescriptVersion: '~6.0.3',
  jsiiVersion: '~6.0.16',
  cdkVersion: AWS_CDK_LIB,
  constructsVersion: CONSTRUCTS,
  devDeps: [
    '@alicloud/fc20230330@4.7.6',
    '@alicloud/openapi-core@1.0.8',
    '@alicloud/ros-cdk-core@1.12.0',
    '@alicloud/ros-cdk-fc3@1.11.0',
    ...['cloudformation', 'cloudwatch', 'dynamodb', 'eventbridge', 'lambda', 's3', 'secrets-manager', 'sfn', 'sns', 'sqs', 'sts'].map(service => `@aws-sdk/client-${service}@${AWS_SDK}`),
    '@aws-cdk/integ-tests-alpha@2.245.0-alpha.0',
    '@dagrejs/dagre@3.1.3',
    // What test/setup extends.
    ...['@jest/fake-timers', '@jest/reporters', 'jest-mock', 'jest-runtime'].map(name => `${name}@^30`),
    '@swc/core@1.16.22',
    '@swc/jest@0.2.39',
    '@typescript/native-preview@7.0.0-dev.20260707.2',
    'aws-cdk@2.1148.1',
    'cdk-nag@3.0.2',
    'esbuild@0.28.2',
    'fast-check@4.10.2',
    'playwright-core@1.65.1',
    'tsx@4.23.15',
    // Bundled into assets/yaml: no dependency of the package.
    'yaml@2.9.1',
  ],

  publishToPypi: { distName: 'cdk-async-invoke', module: 'cdk_async_invoke' },
  publishToMaven: {
    mavenGroupId: 'io.github.cdkasyncinvoke',
    mavenArtifactId: 'cdk-async-invoke',
    javaPackage: 'io.github.cdkasyncinvoke',
  },
  publishToNuget: { packageId: 'CdkAsyncInvoke', dotNetNamespace: 'CdkAsyncInvoke' },
  publishToGo: { moduleName: 'github.com/cdk-async-invoke/cdk-async-invoke-go', packageName: 'cdkasyncinvoke' },

  srcdir: 'lib',
  libdir: 'build',
  entrypoint: 'build/index.js',
  sampleCode: false,
  projenrcTs: true,
  projenrcTsOptions: { projenCodeDir: '.projen' },
  // Source maps would be most of the package; the JavaScript is readable without.
  tsconfig: { compilerOptions: { types: ['node'], inlineSourceMap: false, inlineSources: false } },
  // Bundled, not compiled: they import the SDK, a parser and a layout, which users do not install, or run in a browser.
  excludeTypescript: ['lib/handler/**', 'lib/replay/worker/**', 'lib/report/page/**', 'lib/report/playground/**', 'lib/yaml/**'],
  tsconfigDev: {
    compilerOptions: {
      types: ['node', 'jest'],
      paths: { 'cdk-async-invoke': ['../lib'], 'cdk-async-invoke/*': ['../lib/*'] },
    },
    // All that is written in TypeScript, so that one program is enough for checking types, and one for linting.
    include: [...[...APPS, 'lib'].map(folder => `../${folder}/**/*.ts`), '../.projenrc.ts'],
    exclude: OF_BROWSER.map(files => `../${files}`),
  },
  jestOptions: {
    jestVersion: '^30',
    junitReporting: false,
    passWithNoTests: false,
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    extraCliOptions: ['--reporters=<rootDir>/test/setup/progress.cjs', '--reporters=summary'],
    jestConfig: {
      collectCoverage: false,
      // A test that waits for ever still ends; a busy machine fails none.
      testTimeout: 120_000,
      // `.ci/browser` runs these, which need a browser.
      testPathIgnorePatterns: ['/node_modules/', '/test/report/browser/'],
      globalSetup: '<rootDir>/test/setup/own-temporary-folder.ts',
      globalTeardown: '<rootDir>/test/setup/remove-temporary-folder.ts',
      // Modules that are loaded later have the names of their compiled files.
      moduleNameMapper: { '^cdk-async-invoke(/.+)?$': '<rootDir>/lib$1', '^(\\.\\.?/.+)\\.js$': '$1' },
      testEnvironment: '<rootDir>/test/setup/own-context.cjs',
    },
  },
  eslintOptions: {
    dirs: ['lib'],
    devdirs: [...APPS, 'test'],
    commandOptions: { fix: false },
  },

  integrationTestAutoDiscover: false,
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  github: false,
  buildWorkflow: false,
  release: false,
  depsUpgrade: false,
  pullRequestTemplate: false,
  vscode: false,
  gitignore: ['/assets/', '/docs/playground/', '/bench/build/', '/bench/results.json', 'cdk.out', '.jsii.tabl.json'],
});

project.package.addVersion('0.1.0');
project.package.addBin({ 'cdk-async-invoke': 'build/cli/main.js' });
project.package.addField('publishConfig', { access: 'public' });
project.package.addField('exports', {
  '.': './build/index.js',
  ...Object.fromEntries(SUBPATHS.map(name => [`./${name}`, `./build/${name}/index.js`])),
  // What jsii reads.
  './package.json': './package.json',
  './.jsii': './.jsii',
});
// For compilers that do not read `exports`.
project.package.addField('typesVersions', { '*': Object.fromEntries(SUBPATHS.map(name => [name, [`build/${name}/index.d.ts`]])) });

// unrs-resolver 1.13 is published with platform packages missing, which `npm ci` refuses.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
new javascript.NpmConfig(project).addConfig('omit-lockfile-registry-resolved', 'true');

// `tsc` checks the types once, before the tests; here they are only stripped.
project.deps.removeDependency('ts-jest');
project.jest!.config.transform = {
  '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' }, sourceMaps: 'inline' }],
};

project.jest!.config.runtime = '<rootDir>/test/setup/shared-packages.cjs';
// aws-cdk-lib keeps all tokens, and so all apps, as long as it is loaded.
project.jest!.config.workerIdleMemoryLimit = '512MB';

project.npmignore?.include('/assets/');
project.npmignore?.exclude('/.ci/', '/bench/', '/conformance/', '/docs/*', '/e2e/', '/examples/', '/integ/', '/languages/', '/packaging/', '/pages/', '/rosetta/', '/API.md', '/ARCHITECTURE.md', '/CODE_OF_CONDUCT.md', '/CONTRIBUTING.md', '/SECURITY.md', '/.npmrc', '/action.yml');
project.npmignore?.include('/.jsii.tabl.json');
// `check --explain` prints these. The line has to come after that of `docs`.
project.npmignore?.include('/docs/rules/');

for (const folder of [...APPS, 'lib/handler', 'lib/replay/worker', 'lib/yaml']) {
  new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    extends: javascript.TypescriptConfigExtends.fromPaths([path.relative(folder, 'test/tsconfig.json')]),
    include: ['**/*.ts'],
    compilerOptions: { noEmit: true },
  });
}

const ofBrowser = new javascript.TypescriptConfig(project, {
  fileName: 'lib/report/page/tsconfig.json',
  extends: javascript.TypescriptConfigExtends.fromPaths(['../../../test/tsconfig.json']),
  include: OF_BROWSER.map(files => `../../../${files}`),
  exclude: [],
  compilerOptions: { noEmit: true, lib: ['es2022', 'dom', 'dom.iterable'] },
});

// One program for all other files, instead of one for each tsconfig.json: each would load all types of aws-cdk-lib.
project.tryFindObjectFile('.eslintrc.json')?.addOverride('parserOptions', { project: ['./test/tsconfig.json', `./${ofBrowser.fileName}`] });
project.tryFindObjectFile('.eslintrc.json')?.addDeletionOverride('parserOptions.projectService');

// Whether it is built or not: otherwise the order of imports would depend on that.
project.tryFindObjectFile('.eslintrc.json')?.addOverride('settings.import/internal-regex', '^cdk-async-invoke');
project.eslint?.addRules({
  // One dialect: braces around every body, and no keyword for what is the default.
  'curly': ['error', 'all'],
  '@stylistic/brace-style': ['error', '1tbs', { allowSingleLine: false }],
  '@typescript-eslint/explicit-member-accessibility': ['error', { accessibility: 'no-public' }],
  'import/no-unresolved': ['error', { ignore: ['^cdk-async-invoke(/.+)?$'] }],
  'import/no-restricted-paths': ['error', {
    zones: Object.entries(LAYERS).map(([folder, layer]) => ({
      target: `./lib/${folder}`,
      from: './lib',
      // A room may import more than its folder; the architecture test is exact.
      except: [...new Set([folder, ...layer.folders, ...roomsOf(folder).flatMap(room => room.folders)])].map(allowed => `./${allowed}`),
      message: layer.why,
    })),
  }],
});
for (const [folder, layer] of Object.entries(LAYERS)) {
  project.eslint?.addOverride({
    files: [`lib/${folder}/**`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: `^(?!\\.|(${packagesOf(layer).join('|')})$)`, message: layer.why }] }],
    },
  });
}

// The runner waits for its tests itself.
project.eslint?.addOverride({
  files: ['e2e/**'],
  rules: { '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: 'test' }] }] },
});

const BUNDLE = [
  'esbuild lib/handler/index.ts --bundle --platform=node --target=node22 --format=cjs --minify --main-fields=module,main',
  '--tree-shaking=true --legal-comments=none --log-level=warning --outfile=assets/handler/index.js',
  '--alias:@aws-sdk/credential-provider-node=./lib/handler/lambda/default-credentials.ts',
  // Of which packages it has code: `pages/third-party.ts` reads it.
  '--metafile=node_modules/.cache/cdk-async-invoke/handler.json',
].join(' ');
const YAML_BUNDLE = [
  'esbuild lib/yaml/index.ts --bundle --platform=node --target=node20 --format=cjs --minify --legal-comments=none --log-level=warning',
  '--outfile=assets/yaml/index.js --metafile=node_modules/.cache/cdk-async-invoke/yaml.json',
].join(' ');
// The runtime of Lambda brings the SDK: a replay is rare, and need not start fast.
const REPLAY_BUNDLE = [
  'esbuild lib/replay/worker/index.ts --bundle --platform=node --target=node22 --format=cjs --minify --legal-comments=none --log-level=warning',
  '--external:@aws-sdk/* --outfile=assets/replay/index.js',
].join(' ');
const bundle = project.addTask('bundle', {
  description: 'Bundle the handler of the custom resources, the worker of replays, the parser that the command line reads YAML with, and the page that shows an app',
  steps: [{ exec: BUNDLE }, { exec: REPLAY_BUNDLE }, { exec: YAML_BUNDLE }, { exec: 'node packaging/page.mjs' }],
});
project.preCompileTask.spawn(bundle);
project.compileTask.exec('node packaging/library.mjs');
project.compileTask.exec('node packaging/declarations.mjs');
// The native compiler checks types in a fifth of the time; jsii compiles with the other one.
project.testTask.prependExec(`tsgo --noEmit -p ${ofBrowser.fileName}`, { name: 'Check types of what runs in a browser' });
project.testTask.prependExec('tsgo --noEmit -p test/tsconfig.json', { name: 'Check types' });
project.testTask.prependSpawn(bundle);
project.eslint?.allowDevDeps('lib/handler/**');
project.eslint?.allowDevDeps('lib/replay/worker/**');
project.eslint?.allowDevDeps('lib/report/page/**');
project.eslint?.allowDevDeps('lib/yaml/**');

// The command that pip installs runs the file itself; npm makes it executable.
project.compileTask.exec('node -e "fs.chmodSync(process.argv[1], 0o755)" build/cli/main.js');

const tablet = project.addTask('tablet', { description: 'Write the snippets of the package in every language', exec: 'node rosetta/tablet.mjs' });
project.postCompileTask.spawn(tablet);

// No task: starting two of them takes as long as the demo itself.
project.setScript('demo', `${BUNDLE} && tsx --tsconfig test/tsconfig.json examples/order-pipeline/demo.ts`);

project.addTask('pages', {
  description: 'Write the pages anew that are generated: THIRD-PARTY.md, llms.txt, docs/agents.md, docs/evidence.md and docs/rules',
  steps: [{ spawn: bundle.name }, { exec: 'tsx --tsconfig test/tsconfig.json pages/main.ts' }],
});

project.addTask('playground', {
  description: 'Write the page that takes a dropped app into docs/playground, which a workflow publishes',
  steps: [{ exec: 'node packaging/page.mjs --playground' }, { exec: 'tsx --tsconfig test/tsconfig.json pages/playground.ts' }],
});

const BENCHES = ['main', 'endpoint-client', 'fresh-synth', 'replay-server'].map(entry => `bench/${entry}.ts`).join(' ');
project.addTask('bench', {
  description: 'Measure what it costs, on an idle machine',
  steps: [
    { spawn: bundle.name },
    // As users get it, and what they do not call themselves.
    { spawn: project.compileTask.name },
    { exec: 'tsgo -p tsconfig.json --outDir bench/build --noCheck --declaration false' },
    // The loader of other tasks would name each function of the library anew, which doubles the time of a simulation.
    { exec: `esbuild ${BENCHES} --bundle --platform=node --packages=external --log-level=warning --outdir=bench/build/bench` },
    { exec: 'node bench/build/bench/main.js', receiveArgs: true },
  ],
});

project.addTask('conformance', {
  description: 'Play the stories of conformance/ on the simulator, or with CONFORMANCE_STACK on an account, see conformance/README.md',
  steps: [{ spawn: bundle.name }, { exec: 'tsx --tsconfig test/tsconfig.json conformance/main.ts' }],
});

project.addTask('e2e', {
  description: 'Deploy to an emulator and look at what happened; needs Python',
  env: { TSX_TSCONFIG_PATH: 'test/tsconfig.json' },
  steps: [{ spawn: bundle.name }, { exec: 'tsx e2e/emulator/install.ts' }, { exec: 'node --import tsx --test --test-concurrency=4 e2e/*.test.ts', receiveArgs: true }],
});

const INTEG_TASKS = {
  'integ': { action: 'verify', description: 'Verify the snapshots of the integration tests, without an account' },
  'integ:snapshot': { action: 'write', description: 'Write the snapshots of the integration tests anew, without an account' },
  'integ:deploy': { action: 'deploy', description: 'Run the integration tests in an account, see integ/README.md' },
};
for (const [name, { action, description }] of Object.entries(INTEG_TASKS)) {
  project.addTask(name, {
    description,
    env: { TSX_TSCONFIG_PATH: 'test/tsconfig.json' },
    steps: [{ spawn: bundle.name }, { exec: `tsx integ/main.ts ${action}`, receiveArgs: true }],
  });
}

project.synth();
