import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { App, Stack, aws_lambda as lambda } from 'aws-cdk-lib';
import { CannotRunError, Simulator, fails, runsCode, succeeds } from '../../../lib/simulator';
import { config, lambda as lambdaOf, shop } from '../shop';

const SOURCE = `
  let runs = 0;
  exports.handler = async (event, context) => {
    runs += 1;
    console.log('run %d', runs);
    if (event.fail) throw new TypeError('boom');
    if (event.exit !== undefined) process.exit(event.exit);
    if (event.hang) await new Promise(resolve => setTimeout(resolve, 60_000));
    return { runs, id: event.id, queue: process.env.QUEUE_URL, home: process.env.HOME, key: process.env.AWS_ACCESS_KEY_ID, extra: process.env.EXTRA,
      arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis(), name: process.env.AWS_LAMBDA_FUNCTION_NAME, version: process.env.AWS_LAMBDA_FUNCTION_VERSION };
  };`;

const CODE = {
  Runtime: 'nodejs24.x',
  Handler: 'index.handler',
  Code: { ZipFile: SOURCE },
  Timeout: 2,
  Environment: { Variables: { QUEUE_URL: { Ref: 'Queue' } } },
};

let open: Simulator[] = [];
afterEach(async () => {
  for (const sim of open.splice(0)) {
    await sim.close();
  }
});

function running(sim: Simulator): Simulator {
  open.push(sim);
  return sim;
}

test('runs inline code with its environment, in one process for each version', async () => {
  const sim = running(shop({ orders: CODE }));
  const lines: string[] = [];
  sim.function('Orders').respond(runsCode({ environment: { EXTRA: 'more' }, print: line => lines.push(line) }));
  const outcomes = [
    await sim.invoke('Orders', { payload: { id: 1 } }),
    await sim.invoke('Orders', { payload: { id: 2 } }),
    await sim.invoke('Orders', { payload: { id: 3 }, qualifier: 'live' }),
  ];
  await sim.clock.settle();
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:Shop-Orders';
  const common = { queue: 'https://sqs.us-east-1.amazonaws.com/123456789012/Shop-Queue', key: 'simulated', extra: 'more', left: 2000, name: 'Shop-Orders' };
  expect(outcomes.map(({ response }) => response)).toEqual([
    { ...common, runs: 1, id: 1, arn, version: '$LATEST' },
    { ...common, runs: 2, id: 2, arn, version: '$LATEST' },
    { ...common, runs: 1, id: 3, arn: `${arn}:live`, version: '1' },
  ]);
  expect(lines).toEqual(outcomes.map(({ requestId }, index) => `2026-01-01T00:00:00.000Z\t${requestId}\tINFO\trun ${[1, 2, 1][index]}`));
});

test.each([
  [{}, 'https://sqs.us-east-1.amazonaws.com/123456789012/Shop-Queue'],
  [{ AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:1' }, 'http://127.0.0.1:1/123456789012/Shop-Queue'],
  [{ AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:1', QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/Mine' }, 'https://sqs.us-east-1.amazonaws.com/123456789012/Mine'],
])('with %j, the URL of a queue is %s', async (environment, queue) => {
  const sim = running(shop({ orders: CODE }));
  sim.function('Orders').respond(runsCode({ environment }));
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(outcome.response).toMatchObject({ queue });
});

test('reports what the code throws as the runtime does', async () => {
  const sim = running(shop({ orders: CODE, configs: { $LATEST: { retries: 1 } } }));
  sim.function('Orders').respond(runsCode());
  const outcome = await sim.invoke('Orders', { payload: { fail: true } });
  await sim.clock.settle();
  expect(outcome).toMatchObject({ attempts: 2, condition: 'RetriesExhausted' });
  expect(outcome.error).toEqual({ errorType: 'TypeError', errorMessage: 'boom', trace: expect.arrayContaining(['TypeError: boom']) });
});

test.each([[0, 'Runtime exited without providing a reason'], [127, 'Runtime exited with error: exit status 127']])(
  'code that exits with %i fails, and the next run starts a new process', async (exit, message) => {
    const sim = running(shop({ orders: CODE, configs: { $LATEST: { retries: 0 } } }));
    sim.function('Orders').respond(runsCode());
    const outcomes = [await sim.invoke('Orders', { payload: { exit } }), await sim.invoke('Orders', { payload: { id: 2 } })];
    await sim.clock.settle();
    expect(outcomes[0].error).toEqual({ errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${outcomes[0].requestId} Error: ${message}` });
    expect(outcomes[1].response).toMatchObject({ runs: 1, id: 2 });
  },
);

test('code that does not end times out, on the clock of the simulator, too', async () => {
  const sim = running(shop({ orders: { ...CODE, Timeout: 1 }, configs: { $LATEST: { retries: 0 } } }));
  sim.function('Orders').respond(runsCode());
  const [hanging, next] = [await sim.invoke('Orders', { payload: { hang: true } }), await sim.invoke('Orders', { payload: { id: 2 } })];
  await sim.clock.settle();
  expect(hanging.timeline[1]).toBe('0:00:01  attempt 1 timed out (version $LATEST)');
  expect(next.response).toMatchObject({ runs: 1, id: 2 });
});

test('runs an asset of the assembly that is an ES module', async () => {
  const source = mkdtempSync(join(tmpdir(), 'code-'));
  writeFileSync(join(source, 'app.mjs'), "import { helper } from './helper.mjs';\nexport const run = async event => helper(event);");
  writeFileSync(join(source, 'helper.mjs'), 'export const helper = event => ({ helped: event.id });');
  try {
    const app = new App({ outdir: join(source, 'cdk.out'), analyticsReporting: false });
    new lambda.Function(new Stack(app, 'Shop'), 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X, handler: 'app.run', code: lambda.Code.fromAsset(source, { exclude: ['cdk.out'] }),
    });
    const sim = running(Simulator.fromAssembly(app.synth().directory, { respond: runsCode() }));
    const outcome = await sim.invoke('Orders', { payload: { id: 3 } });
    await sim.clock.settle();
    expect([outcome.condition, outcome.response]).toEqual(['Success', { helped: 3 }]);
    rmSync(join(source, 'cdk.out'), { recursive: true });
    await sim.close();
    await sim.invoke('Orders');
    await expect(sim.clock.settle()).rejects.toThrow(/^The code of `Orders[0-9A-F]{8}` cannot be started: /);
  } finally {
    rmSync(source, { recursive: true });
  }
});

test('runs an asset in its own directory, with a relative path to the assembly, too', async () => {
  const source = mkdtempSync(join(tmpdir(), 'code-'));
  writeFileSync(join(source, 'app.js'), "exports.run = async () => [process.cwd(), process.env.LAMBDA_TASK_ROOT, require('./data.json')];");
  writeFileSync(join(source, 'data.json'), '[1]');
  try {
    const app = new App({ outdir: join(source, 'cdk.out'), analyticsReporting: false });
    new lambda.Function(new Stack(app, 'Shop'), 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X, handler: 'app.run', code: lambda.Code.fromAsset(source, { exclude: ['cdk.out'] }),
    });
    const { directory } = app.synth();
    for (const spelled of [directory, relative(process.cwd(), directory)]) {
      const sim = running(Simulator.fromAssembly(spelled, { respond: runsCode() }));
      const outcome = await sim.invoke('Orders');
      await sim.clock.settle();
      const own = join(directory, readdirSync(directory).find(name => name.startsWith('asset.'))!);
      expect([outcome.error, outcome.response]).toEqual([undefined, [own, own, [1]]]);
    }
  } finally {
    rmSync(source, { recursive: true });
  }
});

test.each(['cjs', 'mjs'])('finds the SDK in the project from a .%s file', async ending => {
  const source = mkdtempSync(join(tmpdir(), 'code-'));
  writeFileSync(join(source, 'app.cjs'), "const { LambdaClient } = require('@aws-sdk/client-lambda');\nexports.run = async () => typeof LambdaClient;");
  writeFileSync(join(source, 'app.mjs'), "import { LambdaClient } from '@aws-sdk/client-lambda';\nexport const run = async () => typeof LambdaClient;");
  rmSync(join(source, ending === 'cjs' ? 'app.mjs' : 'app.cjs'));
  try {
    const app = new App({ outdir: join(source, 'cdk.out'), analyticsReporting: false });
    new lambda.Function(new Stack(app, 'Shop'), 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X, handler: 'app.run', code: lambda.Code.fromAsset(source, { exclude: ['cdk.out'] }),
    });
    const sim = running(Simulator.fromAssembly(app.synth().directory, { respond: runsCode() }));
    const outcome = await sim.invoke('Orders');
    await sim.clock.settle();
    expect([outcome.error, outcome.response]).toEqual([undefined, 'function']);
  } finally {
    rmSync(source, { recursive: true });
  }
});

test('leaves functions alone that never run: code that it cannot run is no obstacle until it has to', async () => {
  const sim = running(shop({ orders: CODE, resources: { Reports: lambdaOf({ ...CODE, Runtime: 'python3.13' }) } }, { respond: [fails(), runsCode()] }));
  expect(sim.metrics('Reports').AsyncEventsReceived).toBe(0);
  const [ordered, reported] = [await sim.invoke('Orders'), await sim.invoke('Reports')];
  await expect(sim.clock.settle()).rejects.toThrow(new CannotRunError('Reports', 'its runtime is python3.13, and only Node.js runs here'));
  sim.function('Reports').respond(succeeds());
  await sim.clock.settle();
  expect([ordered, reported].map(({ condition, attempts }) => [condition, attempts])).toEqual([['Success', 2], ['Success', 1]]);
});

test.each([
  ['when it loads', "const { S3Client } = require('@aws-sdk/client-nothing/deep');\nexports.handler = async () => {};"],
  ['when it imports', "exports.handler = async () => import('@aws-sdk/client-nothing');"],
  ['when it runs', "exports.handler = async () => require('@aws-sdk/client-nothing');"],
])('refuses to run code whose SDK the project lacks: %s', async (_, ZipFile) => {
  const sim = running(shop({ orders: { ...CODE, Code: { ZipFile } } }, { respond: runsCode() }));
  await sim.invoke('Orders');
  const error = await sim.clock.settle().catch(caught => caught);
  expect(error).toBeInstanceOf(CannotRunError);
  expect(error.message).toBe('The code of `Orders` cannot be run: it needs `@aws-sdk/client-nothing`. '
    + 'Lambda\'s runtime includes it, but your project does not. Install it as a development dependency. Say with `respond(…)` what the function does instead.');
});

test('has the variables that Lambda always sets', async () => {
  const ZipFile = `exports.handler = async (event, context) => ({
    ...process.env, log: [context.logStreamName, context.logGroupName], trace: process.env._X_AMZN_TRACE_ID.includes(context.awsRequestId.slice(-12)) });`;
  const sim = running(shop({ orders: { ...CODE, Code: { ZipFile }, Environment: {} } }, { respond: runsCode() }));
  const outcomes = [await sim.invoke('Orders'), await sim.invoke('Orders')];
  await sim.clock.settle();
  const [first, second] = outcomes.map(({ response }) => response as Record<string, string>);
  const { NODE_PATH, log, trace, _X_AMZN_TRACE_ID, AWS_LAMBDA_LOG_STREAM_NAME, ...others } = first;
  expect(others).toEqual({
    _HANDLER: 'index.handler',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: 'Shop-Orders',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/Shop-Orders',
    AWS_ACCESS_KEY_ID: 'simulated',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    AWS_SESSION_TOKEN: 'simulated',
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    LAMBDA_TASK_ROOT: tmpdir(),
    PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin/:/bin:/opt/bin`,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
  });
  expect(AWS_LAMBDA_LOG_STREAM_NAME).toMatch(/^2026\/01\/01\/\[\$LATEST\][0-9a-f]{32}$/);
  // The environment keeps its log stream, while each run has a trace of its own.
  for (const run of [first, second]) {
    expect([run.log, run.trace]).toEqual([[AWS_LAMBDA_LOG_STREAM_NAME, '/aws/lambda/Shop-Orders'], true]);
  }
});

const NEVER_SETTLED = 'Runtime.NodeJsExit';

test.each<[runtime: string, source: string, expected: object]>([
  ['nodejs22.x', "exports.handler = (event, context, callback) => callback(null, 'called');", { response: 'called' }],
  ['nodejs22.x', "exports.handler = (event, context, callback) => setTimeout(callback, 1, null, 'later');", { response: 'later' }],
  ['nodejs22.x', "exports.handler = (event, context, callback) => callback(new Error('no'));", { error: { errorMessage: 'no' } }],
  ['nodejs22.x', "exports.handler = (event, context) => context.succeed('legacy');", { response: 'legacy' }],
  ['nodejs22.x', "exports.handler = (event, context) => context.fail(new Error('legacy'));", { error: { errorMessage: 'legacy' } }],
  ['nodejs22.x', "exports.handler = () => 'not a promise';", { response: null }],
  ['nodejs22.x', 'exports.handler = () => new Promise(() => {});', { response: null }],
  ['nodejs22.x', 'exports.handler = async () => new Promise(() => {});', { error: { errorType: NEVER_SETTLED } }],
  ['nodejs24.x', 'exports.handler = () => new Promise(() => {});', { error: { errorType: NEVER_SETTLED } }],
  ['nodejs24.x', "exports.handler = () => 'at once';", { response: 'at once' }],
  ['nodejs24.x', 'exports.handler = (event, context, callback) => {};', { error: { errorType: 'Runtime.CallbackHandlerDeprecated' } }],
  ['nodejs24.x', 'exports.handler = async () => 1n;', { error: { errorType: 'Error', errorMessage: 'Unable to stringify response body' } }],
  ['nodejs24.x', 'exports.handler = async () => {};', { response: null }],
  ['nodejs24.x', 'exports.handler = async () => { throw null; };', { error: { errorType: 'object', errorMessage: 'null', trace: [] } }],
  ['nodejs24.x', 'exports.handler = async () => { throw Object.create(null); };', { error: { errorType: 'handled' } }],
  ['nodejs24.x', "exports.handler = () => new Promise(() => setTimeout(() => { throw new Error('later'); }));", { error: { errorType: 'Error', errorMessage: 'later' } }],
  ['nodejs24.x', "exports.handler = () => new Promise(() => void Promise.reject(new Error('lost')));",
    { error: { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'Error: lost' } }],
  ['nodejs24.x', 'exports.other = 1;', { error: { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is undefined or not exported' } }],
  ['nodejs24.x', 'exports.handler = 1;', { error: { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is not a function' } }],
  ['nodejs24.x', "throw new RangeError('at load');", { error: { errorType: 'RangeError', errorMessage: 'at load' } }],
  ['nodejs24.x', "require('nothing');", { error: { errorType: 'Runtime.ImportModuleError', errorMessage: expect.stringMatching(/^Error: Cannot find module 'nothing'\n/) } }],
  ['nodejs24.x', 'exports.handler = {', { error: { errorType: 'Runtime.UserCodeSyntaxError', errorMessage: 'SyntaxError: Unexpected end of input' } }],
])('on %s: %s', async (Runtime, ZipFile, expected) => {
  const sim = running(shop({ orders: { ...CODE, Runtime, Code: { ZipFile } }, configs: { $LATEST: { retries: 0 } } }, { respond: runsCode() }));
  // Twice: a process that is about to end gets nothing more to do.
  const outcomes = [await sim.invoke('Orders'), await sim.invoke('Orders')];
  await sim.clock.settle();
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject(expected);
  }
});

test('runs an asset with computed exports, from a folder with a dot in its name', async () => {
  const source = mkdtempSync(join(tmpdir(), 'code-'));
  mkdirSync(join(source, 'src.v1'));
  writeFileSync(join(source, 'src.v1', 'app.js'), "module.exports = Object.fromEntries([['run', async () => 'found']]);");
  try {
    const app = new App({ outdir: join(source, 'cdk.out'), analyticsReporting: false });
    new lambda.Function(new Stack(app, 'Shop'), 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X, handler: 'src.v1/app.run', code: lambda.Code.fromAsset(source, { exclude: ['cdk.out'] }),
    });
    const sim = running(Simulator.fromAssembly(app.synth().directory, { respond: runsCode() }));
    const outcome = await sim.invoke('Orders');
    await sim.clock.settle();
    expect([outcome.error, outcome.response]).toEqual([undefined, 'found']);
  } finally {
    rmSync(source, { recursive: true });
  }
});

test('refuses an asset that is a file', () => {
  const source = mkdtempSync(join(tmpdir(), 'code-'));
  writeFileSync(join(source, 'app.zip'), '');
  try {
    const app = new App({ outdir: join(source, 'cdk.out'), analyticsReporting: false });
    new lambda.Function(new Stack(app, 'Shop'), 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X, handler: 'app.run', code: lambda.Code.fromAsset(join(source, 'app.zip')),
    });
    const sim = running(Simulator.fromAssembly(app.synth().directory));
    expect(() => sim.function('Orders').respond(runsCode())).toThrow(
      /^The code of `Orders[0-9A-F]{8}` cannot be run: its asset `asset\.[0-9a-f]{64}\.zip` is not a directory of the assembly\. Say with `respond\(…\)` what the function does instead\.$/,
    );
  } finally {
    rmSync(source, { recursive: true });
  }
});

test.each<[string, object, string]>([['UTC', {}, ':UTC'], ['that of the template', { TZ: 'Asia/Tokyo' }, 'Asia/Tokyo']])('has the time zone of %s', async (_, Variables, zone) => {
  const Code = { ZipFile: 'exports.handler = async () => process.env.TZ;' };
  const sim = running(shop({ orders: { ...CODE, Code, Environment: { Variables } } }, { respond: runsCode() }));
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(outcome.response).toBe(zone);
});

test('runs a handler within an object', async () => {
  const source = "exports.orders = { handler: async () => 'within' };";
  const sim = running(shop({ orders: { ...CODE, Handler: 'index.orders.handler', Code: { ZipFile: source } } }, { respond: runsCode() }));
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(outcome.response).toBe('within');
});

test('logs what the code writes to its standard streams', async () => {
  const lines: string[] = [];
  const source = "exports.handler = async () => { process.stdout.write('raw\\n'); process.stderr.write(Buffer.from('bytes')); };";
  const sim = running(shop({ orders: { ...CODE, Code: { ZipFile: source } } }, { respond: runsCode({ print: line => lines.push(line) }) }));
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(lines).toEqual(['raw', 'bytes']);
});

test('runs code that looks for a parent process as on Lambda, where there is none', async () => {
  const source = 'exports.handler = async () => [process.send?.(null), process.disconnect?.()];';
  const sim = running(shop({ orders: { ...CODE, Code: { ZipFile: source } } }, { respond: runsCode() }));
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect([outcome.error, outcome.response]).toEqual([undefined, [null, null]]);
});

test('a synchronous call returns the log of the code', async () => {
  const sim = running(shop({ orders: CODE }, { respond: runsCode() }));
  const { log, requestId } = await sim.service.run({ function: sim.service.functions.find('Shop-Orders')! });
  expect(log.split('\n')[1]).toBe(`2026-01-01T00:00:00.000Z\t${requestId}\tINFO\trun 1`);
});

test.each([
  ['its runtime is python3.13, and only Node.js runs here', { Runtime: 'python3.13', Handler: 'a.b' }],
  ['its runtime is unknown, and only Node.js runs here', {}],
  ['its `Handler` is unknown', { Runtime: 'nodejs24.x' }],
  ['its code is not in the assembly: use `Simulator.fromAssembly`', { Runtime: 'nodejs24.x', Handler: 'a.b', Code: { S3Key: 'a.zip' } }],
])('refuses to run code: %s', (reason, orders) => {
  const sim = shop({ orders, resources: { Other: config('Orders', '$LATEST', {}) } });
  expect(() => sim.function('Orders').respond(runsCode())).toThrow(
    `The code of \`Orders\` cannot be run: ${reason}. Say with \`respond(…)\` what the function does instead.`,
  );
});

test('a variable that only a deployment knows needs a value of yours', async () => {
  const orders = { ...CODE, Code: { ZipFile: 'exports.handler = async () => process.env.A;' }, Environment: { Variables: { A: { Ref: 'Nothing' } } } };
  const sim = running(shop({ orders }));
  expect(() => sim.function('Orders').respond(runsCode())).toThrow(
    'The code of `Orders` cannot be run: its environment variable `A` is known at deploy time only. '
    + 'Set it with `runsCode({ environment: { A: … } })`, or say with `respond(…)` what the function does instead.',
  );
  sim.function('Orders').respond(runsCode({ environment: { A: 'given' } }));
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(outcome.response).toBe('given');
});
