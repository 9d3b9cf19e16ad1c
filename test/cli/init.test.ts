import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './command-line';
import { version } from '../../package.json';

const ROOT = join(__dirname, '../..');

/** A folder with files. */
function project(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'init-')));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** A project as `cdk init` of today makes it, in a folder with the name of the app. */
function newProject(language: string): string {
  const folder = join(project({}), 'shop');
  mkdirSync(folder);
  execFileSync(join(ROOT, 'node_modules/.bin/cdk'), ['init', 'app', '--language', language, '--generate-only', '--no-notices'], {
    cwd: folder, env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' }, stdio: 'ignore',
  });
  return folder;
}

const APP = "import { App } from 'aws-cdk-lib';\nconst app = new App();\n";
const SNIPPET = `
  import { Validations } from 'aws-cdk-lib';
  import { AsyncInvokeChecks } from 'cdk-async-invoke';

  Validations.of(app).addPlugins(new AsyncInvokeChecks());

`;

const STACK_WITH_ERROR = `
import * as cdk from 'aws-cdk-lib/core';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
    new lambda.Function(this, 'Fn', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
      onFailure: new destinations.SqsDestination(new sqs.Queue(this, 'Failed', { fifo: true })),
    });
  }
}
`;

describe('in a new project of `cdk init`, in', () => {
  test('TypeScript, adds the checks, which then run', () => {
    const folder = newProject('typescript');

    expect(cli(['init'], { cwd: folder })).toEqual({
      code: 0,
      out: `\
Changed:

bin/shop.ts
  + import { AsyncInvokeChecks } from 'cdk-async-invoke';
  + cdk.Validations.of(app).addPlugins(new AsyncInvokeChecks());

package.json
  +     "cdk-async-invoke": "^${version}",

Next:
  npm install
  npx cdk synth --quiet
`,
      problem: '',
    });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'lib/shop-stack.ts'), STACK_WITH_ERROR);
    const app = `${join(ROOT, 'node_modules/.bin/tsx')} --tsconfig ${join(ROOT, 'test/tsconfig.json')} bin/shop.ts`;
    const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/cdk'), ['synth', '--quiet', '--no-notices', '--app', app], {
      cwd: folder, encoding: 'utf8', env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', NO_COLOR: '1', CDK_VALIDATION: 'false' },
    });
    expect(stdout + stderr).toContain('ERROR `DestinationConfig.OnFailure.Destination` must be a standard queue');
    expect(status).toBe(1);
  });

  test('JavaScript, adds the checks', () => {
    const folder = newProject('javascript');

    expect(cli(['init', folder])).toMatchObject({ code: 0, problem: '' });
    expect(readFileSync(join(folder, 'bin/shop.js'), 'utf8')).toContain(`\
const cdk = require('aws-cdk-lib/core');
const { AsyncInvokeChecks } = require('cdk-async-invoke');
`);
  });

  test('Python, adds the checks', () => {
    const folder = newProject('python');

    expect(cli(['init'], { cwd: folder })).toEqual({
      code: 0,
      out: `\
Changed:

app.py
  + from cdk_async_invoke import AsyncInvokeChecks
  + cdk.Validations.of(app).add_plugins(AsyncInvokeChecks())

requirements.txt
  + cdk-async-invoke>=${version},<0.${Number(version.split('.')[1]) + 1}

Next:
  pip install -r requirements.txt
  npx cdk synth --quiet
`,
      problem: '',
    });
  });
});

test('changes nothing the second time', () => {
  const folder = project({ 'cdk.json': '{"app":"npx tsx app.ts"}', 'app.ts': APP, 'package.json': '{"dependencies":{"aws-cdk-lib":"^2.258.0"}}' });
  const contents = () => ['app.ts', 'package.json'].map(file => readFileSync(join(folder, file), 'utf8'));
  cli(['init', folder]);
  const before = contents();

  expect(cli(['init', folder])).toEqual({ code: 0, out: 'app.ts has the checks already. Nothing has changed.\n', problem: '' });
  expect(contents()).toEqual(before);
});

test('adds only what is missing', () => {
  const folder = project({
    'cdk.json': '{"app":"npx tsx app.ts"}',
    'app.ts': `${APP}Validations.of(app).addPlugins(new AsyncInvokeChecks());\n`,
    'package.json': '{"dependencies":{"aws-cdk-lib":"^2.258.0"}}',
  });

  expect(cli(['init', folder]).out).toMatch(/^Changed:\n\npackage\.json\n/);
});

test('shows the changes with --dry-run, and makes none', () => {
  const folder = project({ 'cdk.json': '{"app":"npx tsx app.ts"}', 'app.ts': APP });

  expect(cli(['init', folder, '--dry-run'])).toEqual({
    code: 0,
    out: `\
Would change:

app.ts
  - import { App } from 'aws-cdk-lib';
  + import { App, Validations } from 'aws-cdk-lib';
  + import { AsyncInvokeChecks } from 'cdk-async-invoke';
  + Validations.of(app).addPlugins(new AsyncInvokeChecks());

Next:
  npm install cdk-async-invoke, and declare it where your project declares aws-cdk-lib
  npx cdk synth --quiet
`,
    problem: '',
  });
  expect(readFileSync(join(folder, 'app.ts'), 'utf8')).toBe(APP);
});

describe('refuses, with the lines to paste,', () => {
  test('an app whose source it does not understand, and leaves the dependencies alone', () => {
    const manifest = '{"dependencies":{"aws-cdk-lib":"^2.258.0"}}';
    const folder = project({ 'cdk.json': '{"app":"npx tsx app.ts"}', 'app.ts': 'makeApp();\n', 'package.json': manifest });

    expect(cli(['init', folder])).toEqual({
      code: 2,
      out: '',
      problem: 'cdk-async-invoke: `app.ts` must create one `App` of aws-cdk-lib and assign it to a variable, got: something else. Nothing has changed. '
        + `Add the checks yourself (npm install cdk-async-invoke):\n${SNIPPET}`,
    });
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(manifest);
  });

  test('a command that does not name the source', () => {
    const folder = project({ 'cdk.json': '{"app":"node dist/app.js"}', 'dist/app.js': APP, 'tsconfig.json': '{}' });

    expect(cli(['init', folder])).toEqual({
      code: 2,
      out: '',
      problem: 'cdk-async-invoke: `app` in `cdk.json` must name the source file of the app, got: a command that does not. Nothing has changed. '
        + `Add the checks yourself (npm install cdk-async-invoke):\n${SNIPPET}`,
    });
  });

  test.each([
    ['mvn -e -q compile exec:java', 'import io.github.cdkasyncinvoke.AsyncInvokeChecks;'],
    ['dotnet run --project src/Shop/Shop.csproj', 'using CdkAsyncInvoke;'],
    ['go mod download && go run shop.go', 'cdkasyncinvoke.NewAsyncInvokeChecks(nil)'],
  ])('the language of `%s`', (app, line) => {
    const { code, problem } = cli(['init', project({ 'cdk.json': JSON.stringify({ app }) })]);

    expect(code).toBe(2);
    expect(problem).toMatch(/^cdk-async-invoke: `init` must find an app in TypeScript, JavaScript or Python, got: another language\. Nothing has changed\./);
    expect(problem).toContain(line);
  });
});

test('says where it must run', () => {
  const folder = project({});

  expect(cli(['init', folder])).toEqual({
    code: 2,
    out: '',
    problem: `cdk-async-invoke: \`init\` must run where \`cdk.json\` is, got: ${folder}, which has none. `
      + 'Change to the folder of your app, or name it: `cdk-async-invoke init FOLDER`.\n',
  });
});

test.each(['{', '{}', '{"app":""}', '{"app":7}', 'null'])('says what is wrong with the cdk.json %s', text => {
  const folder = project({ 'cdk.json': text });

  expect(cli(['init', folder]).problem)
    .toBe(`cdk-async-invoke: \`${join(folder, 'cdk.json')}\` must be JSON whose \`app\` is the command that starts the app, got: something else.\n`);
});
