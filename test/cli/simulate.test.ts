import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, Fn, Stack, aws_lambda as lambda, aws_lambda_destinations as destinations, aws_iam as iam, aws_sqs as sqs } from 'aws-cdk-lib';
import { cli } from './command-line';
import { run } from '../../lib/cli/run';
import { ENV, functionIn } from '../topology/synthesized';

const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
const assembly = join(folder, 'cdk.out');
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  mkdirSync(assembly);
  const app = new App({ outdir: assembly, analyticsReporting: false, context: { 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'S', { env: ENV });
  const queue = new sqs.Queue(stack, 'Failed');
  const forbidden = new sqs.Queue(stack, 'NotAllowed');
  const next = functionIn(stack, 'Next', {
    code: lambda.Code.fromInline('exports.handler = async ({ responsePayload }) => { if (responsePayload === 0) throw new TypeError("nothing to do"); };'),
    retryAttempts: 0,
  });
  const orders = functionIn(stack, 'Orders', {
    functionName: 'orders',
    code: lambda.Code.fromInline('exports.handler = async ({ id }) => { if (id > 1) throw new RangeError(`no order ${id}`); return id; };'),
    timeout: Duration.seconds(30),
    maxEventAge: Duration.hours(1),
    retryAttempts: 1,
    onFailure: new destinations.SqsDestination(queue),
    onSuccess: new destinations.LambdaDestination(next),
  });
  orders.addAlias('live');
  functionIn(stack, 'Python', { runtime: lambda.Runtime.PYTHON_3_13, deadLetterQueueEnabled: true });
  functionIn(stack, 'Durable', { durableConfig: { executionTimeout: Duration.hours(1) } });
  looping(stack, 'Loop', queue);
  new lambda.CfnEventInvokeConfig(stack, 'ForbiddenConfig', {
    functionName: functionIn(stack, 'Forbidden', { deadLetterQueueEnabled: true }).functionName,
    qualifier: '$LATEST',
    maximumRetryAttempts: 0,
    destinationConfig: { onFailure: { destination: forbidden.queueArn } },
  });
  (looping(stack, 'Endless', queue).node.defaultChild as lambda.CfnFunction).recursiveLoop = 'Allow';
  const other = new Stack(app, 'T', { env: ENV });
  functionIn(other, 'Next');
  lambda.Function.fromFunctionName(other, 'Theirs', 'theirs').configureAsyncInvoke({ retryAttempts: 0 });
  app.synth();
});

/** A function that gets its own records. */
function looping(stack: Stack, id: string, onFailure: sqs.IQueue): lambda.Function {
  const fn = functionIn(stack, id);
  fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction', 'sqs:SendMessage'], resources: ['*'] }));
  new lambda.CfnEventInvokeConfig(stack, `${id}Config`, {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onSuccess: { destination: fn.functionArn }, onFailure: { destination: onFailure.queueArn } },
  });
  return fn;
}

function simulate(...args: string[]) {
  return run(['simulate', assembly, ...args], { colours: false });
}

/** The times and words of the story, without ids. */
async function story(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const { code, out = '', problem } = await simulate(...args);
  expect(problem).toBeUndefined();
  const [lines] = out.split('\n\n  ');
  return { code, lines: lines.trimEnd().split('\n').map(line => line.replace(/ [0-9a-f-]{36}$/, '')) };
}

describe('one event', () => {
  test('that succeeds, and the event that follows', async () => {
    expect(await story('--function', 'Orders')).toEqual({
      code: 0,
      lines: [
        'S/Orders',
        '  0:00:00  accepted',
        '  0:00:00  attempt 1 succeeded (version $LATEST)',
        '  0:00:00  record of the success to function `S/Next`',
        '',
        'S/Next',
        '  0:00:00  accepted',
        '  0:00:00  attempt 1 succeeded (version $LATEST)',
      ],
    });
  });

  test('that fails, with its record', async () => {
    const { code, out = '' } = await simulate('--function', 'S/Orders', '--payload', '{"id":7}', '--fail');
    const [head, ...record] = out.split('\n\n  ');

    expect([code, head.replace(/ [0-9a-f-]{36}\n/, '\n')]).toEqual([0, `S/Orders
  0:00:00  accepted
  0:00:00  attempt 1 failed: Error (version $LATEST)
  0:01:00  attempt 2 failed: Error (version $LATEST)
  0:01:00  given up: RetriesExhausted
  0:01:00  record of the failure to queue \`S/Failed\``]);
    const [title, ...json] = record.join('\n').split('\n');
    expect(title).toBe('the record in queue `S/Failed`');
    expect(JSON.parse(json.join('\n'))).toMatchObject({
      requestContext: { functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:orders:$LATEST', condition: 'RetriesExhausted', approximateInvokeCount: 2 },
      requestPayload: { id: 7 },
      responsePayload: { errorMessage: 'intentional failure' },
    });
  });

  test('for a qualifier, with the config of that qualifier', async () => {
    const expected = { code: 1, lines: expect.arrayContaining(['S/Orders:live', '  0:03:00  given up: RetriesExhausted, with neither record nor dead letter']) };

    expect(await story('--function', 'Orders:live', '--fail')).toEqual(expected);
    expect(await story('--function', 'Orders', '--qualifier', 'live', '--fail')).toEqual(expected);
  });

  test('with a dead letter only', async () => {
    const { code, out } = await simulate('--function', 'Python', '--fail');

    expect(code).toBe(0);
    expect(out).toContain('  the dead letter in queue `S/Python/DeadLetterQueue`\n  {\n    "kind": "queue",\n    "body": "{}",\n    "messageAttributes": {\n      "RequestID": {');
  });

  test('with an undeliverable record is lost, although its dead letter arrives', async () => {
    const { code, lines } = await story('--function', 'Forbidden', '--fail');

    expect([code, lines.slice(3)]).toEqual([1, [
      '  0:00:00  given up: RetriesExhausted',
      expect.stringMatching(/^ {2}0:00:00 {2}record of the failure lost, queue `S\/NotAllowed`: the role of `Forbidden\w+` lacks sqs:SendMessage$/),
      '  0:00:00  dead letter to queue `S/Forbidden/DeadLetterQueue`',
    ]]);
    const { events: [{ deliveries }] } = JSON.parse((await simulate('--function', 'Forbidden', '--fail', '--json')).out!);
    expect(deliveries).toMatchObject([{ kind: 'on-failure', lostBecause: expect.stringMatching(/lacks/) }, { kind: 'dead-letter', message: { body: '{}' } }]);
    expect(deliveries[0]).not.toHaveProperty('message');
  });

  test('that Lambda stops, because its chain runs in circles, with a record of unknown content', async () => {
    const { code, out = '' } = await simulate('--function', 'Loop');

    expect(code).toBe(0);
    expect(out.split('\n').filter(line => line.startsWith('S/Loop'))).toHaveLength(17);
    expect(out).toMatch(new RegExp([
      '  0:00:00  given up: Lambda detected a recursive loop',
      '  0:00:00  record of the failure to queue `S/Failed`',
      '',
      '  the record in queue `S/Failed`',
      '  The simulator does not know .*',
      '$',
    ].join('\n')));
  });

  test.each(['orders', 'Orders', 'S/Orders'])('for %s', async name => {
    expect((await story('--function', name)).lines[0]).toBe('S/Orders');
  });
});

describe('failures', () => {
  test.each<[string[], string[]]>([
    [['--fail', '--times', '1'], ['  0:00:00  attempt 1 failed: Error (version $LATEST)', '  0:01:00  attempt 2 succeeded (version $LATEST)']],
    [['--time-out', '--times', '1'], ['  0:00:30  attempt 1 timed out (version $LATEST)', '  0:01:30  attempt 2 succeeded (version $LATEST)']],
    [['--throttle', '--times', '2'], ['  0:00:00  throttled', '  0:00:01  throttled', '  0:00:03  attempt 1 succeeded (version $LATEST)']],
    [['--system-error', '--times', '1'], ['  0:00:00  system error', '  0:00:01  attempt 1 succeeded (version $LATEST)']],
  ])('%p', async (options, steps) => {
    const { code, lines } = await story('--function', 'Orders', ...options);

    expect([code, lines.slice(2, 2 + steps.length)]).toEqual([0, steps]);
  });

  test('that repeat are printed once', async () => {
    expect((await story('--function', 'Orders', '--throttle')).lines).toEqual([
      'S/Orders',
      '  0:00:00  accepted',
      '  0:00:00  throttled',
      expect.stringMatching(/^ {2}\.\.\. \d\d more times the same$/),
      expect.stringMatching(/^ {2}0:5\d:\d\d {2}throttled$/),
      '  1:00:00  given up: EventAgeExceeded',
      '  1:00:00  record of the failure to queue `S/Failed`',
    ]);
  });
});

describe('the app\'s own code', () => {
  test('runs', async () => {
    expect((await story('--function', 'Orders', '--payload', '{"id":2}', '--code')).lines).toContain('  0:01:00  attempt 2 failed: RangeError (version $LATEST)');
    expect((await story('--function', 'Orders', '--payload', '{"id":1}', '--code', '--fail', '--times', '1')).lines.slice(2, 4)).toEqual([
      '  0:00:00  attempt 1 failed: Error (version $LATEST)',
      '  0:01:00  attempt 2 succeeded (version $LATEST)',
    ]);
  });

  test('invokes other functions of the app by the SDK, with variables that only a deployment knows', async () => {
    const ZipFile = `
      const { InvokeCommand, LambdaClient } = require('@aws-sdk/client-lambda');
      exports.handler = ({ next }) => next && new LambdaClient().send(new InvokeCommand({ FunctionName: process.env.NEXT, InvocationType: 'Event', Payload: '{}' })).then(() => null);`;
    const outdir = join(folder, 'sdk.out');
    const stack = new Stack(new App({ outdir, analyticsReporting: false }), 'S', { env: ENV });
    for (const id of ['First', 'Second']) {
      functionIn(stack, id, { functionName: id, code: lambda.Code.fromInline(ZipFile), environment: { NEXT: Fn.importValue('Next') }, retryAttempts: 0 });
    }
    (stack.node.root as App).synth();
    const { code, out } = await run(['simulate', outdir, '--function', 'First', '--payload', '{"next":true}', '--code', '--env', 'NEXT=Second'], { colours: false });
    expect([code, out?.split('\n').filter(line => /^S[/]|attempt/.test(line)).map(line => line.split(' ', 1)[0] || line)]).toEqual([0, [
      'S/First', '  0:00:00  attempt 1 succeeded (version $LATEST)', 'S/Second', '  0:00:00  attempt 1 succeeded (version $LATEST)',
    ]]);
  });

  test('is no obstacle in a function that never runs', async () => {
    const { code, problem } = await simulate('--message', 'Failed', '--code', '--fail', '--times', '1');
    expect([code, problem]).toEqual([0, undefined]);
  });

  test('also runs in the functions that follow', async () => {
    const { code, lines } = await story('--function', 'Orders', '--payload', '{"id":0}', '--code');

    expect([code, lines.slice(lines.indexOf('S/Next'))]).toEqual([1, [
      'S/Next',
      '  0:00:00  accepted',
      '  0:00:00  attempt 1 failed: TypeError (version $LATEST)',
      '  0:00:00  given up: RetriesExhausted, with neither record nor dead letter',
    ]]);
  });
});

describe('the payload', () => {
  const requestPayload = async (...args: string[]) => {
    const { out = '' } = await simulate('--function', 'Orders', '--fail', '--json', ...args);
    return JSON.parse(out).events[0].deliveries[0].record.requestPayload;
  };

  test('is an empty object by default', async () => {
    expect(await requestPayload()).toEqual({});
  });

  test('can come from a file', async () => {
    const file = join(folder, 'event.json');
    writeFileSync(file, '[1, "ü"]\n');

    expect(await requestPayload('--payload', `@${file}`)).toEqual([1, 'ü']);
  });

  test.each<BufferEncoding>(['utf8', 'utf16le'])('can come from a file of Windows in %s', async encoding => {
    const file = join(folder, `${encoding}.json`);
    writeFileSync(file, '\uFEFF[1, "ü"]\r\n', encoding);

    expect(await requestPayload('--payload', `@${file}`)).toEqual([1, 'ü']);
  });

  test('keeps numbers that JavaScript cannot hold', async () => {
    const payload = '{"id":9007199254740993,"amount":1.10}';
    const shown = '"requestPayload": {\n      "id": 9007199254740993,\n      "amount": 1.10\n    }';

    expect((await simulate('--function', 'Orders', '--fail', '--payload', payload)).out).toContain(shown);
    expect((await simulate('--function', 'Orders', '--fail', '--payload', payload, '--json')).out).toContain(shown.replaceAll('\n', '\n        '));
  });

  test('can come from standard input', () => {
    const { code, out } = cli(['simulate', assembly, '--function', 'Orders', '--fail', '--payload', '@-'], { input: '{"from":"stdin"}' });

    expect(code).toBe(0);
    expect(out).toContain('"requestPayload": {\n      "from": "stdin"\n    }');
  });
});

test('as JSON', async () => {
  const { code, out = '' } = await simulate('--function', 'Orders:$LATEST', '--payload', '{"id":7}', '--fail', '--json');
  const { events, assumptions } = JSON.parse(out);
  const { message: { body, ...message }, record, ...delivery } = events[0].deliveries[0];

  expect([code, assumptions]).toEqual([0, []]);
  expect(events).toEqual([{
    function: 'S/Orders',
    qualifier: '$LATEST',
    requestId: record.requestContext.requestId,
    acceptedAt: '2026-01-01T00:00:00.000Z',
    attempts: 2,
    condition: 'RetriesExhausted',
    steps: [
      { after: 0, kind: 'failed', version: '$LATEST', errorType: 'Error' },
      { after: 60, kind: 'failed', version: '$LATEST', errorType: 'Error' },
      { after: 60, kind: 'given-up' },
      { after: 60, kind: 'sent', role: 'on-failure', to: 'queue `S/Failed`' },
    ],
    deliveries: [expect.anything()],
  }]);
  expect(delivery).toEqual({ kind: 'on-failure', to: 'queue `S/Failed`' });
  expect(message).toEqual({ kind: 'queue', messageAttributes: {} });
  expect(JSON.parse(body)).toEqual(record);
});

test('only the seed changes the ids', async () => {
  const [first, again, other] = await Promise.all([[], ['--seed', '1'], ['--seed', '2']].map(async seed => (await simulate('--function', 'Orders', ...seed)).out));

  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test('prints what the templates leave open', async () => {
  const open = join(folder, 'open');
  const app = new App({ outdir: open, analyticsReporting: false });
  const fn = functionIn(new Stack(app, 'S'), 'Fn').node.defaultChild as lambda.CfnFunction;
  fn.addPropertyOverride('Timeout', { 'Fn::GetAtt': ['Nowhere', 'Time'] });
  app.synth();
  const { out } = await run(['simulate', open, '--function', 'Fn'], { colours: false });

  expect(out).toMatch(/\n\n`Timeout` of `S\.Fn\w+` is treated as not set, because the templates do not tell its value: .*\n$/);
});

describe('refuses bad input', () => {
  const help = 'See `cdk-async-invoke simulate --help`.';
  const to = (...args: string[]) => ['--function', 'Orders', ...args];

  test.each<[string[], string | RegExp]>([
    [to('--fail', '--throttle'), `\`--fail\` and \`--throttle\` exclude each other. ${help}`],
    [to('--times', '2'), `\`--times\` needs one of \`--fail\`, \`--time-out\`, \`--throttle\`, \`--system-error\`. ${help}`],
    [to('--fail', '--times', '0'), '`--times` must be an integer from 1 to 1000, got: 0'],
    [to('--fail', '--times', '1001'), '`--times` must be an integer from 1 to 1000, got: 1001'],
    [to('--fail', '--times', 'two'), '`--times` must be an integer from 1 to 1000, got: two'],
    [to('--fail', '--code'), `\`--code\` never runs after \`--fail\` without \`--times\`. Limit the failures with \`--times\`. ${help}`],
    [to('--env', 'A=1'), `\`--env\` needs \`--code\`: only code reads variables. ${help}`],
    [to('--code', '--env', '1A=1'), `\`--env\` must be NAME=VALUE, got: 1A=1. ${help}`],
    [to('--seed', '-1'), /^Option '--seed' argument is ambiguous/],
    [to('--seed', '1.5'), '`--seed` must be an integer from 0 to 4294967295, got: 1.5'],
    [to('--payload', '{id:1}'), '`--payload` must be JSON, e.g. \'{"id": 1}\', or `@` and a file that holds it.'],
    [to('--payload', '@nowhere.json'), 'cannot read `nowhere.json`: it does not exist.'],
    [to('--payload', `@${folder}`), `cannot read \`${folder}\`: it is a directory.`],
    [to('--payload', '@/dev/zero'), '`--payload @/dev/zero` must have at most 6291456 bytes: Lambda takes no larger payload.'],
    [to('--payload', `@${__filename}`), `\`--payload @${__filename}\` must hold JSON.`],
    [to('--qualifier', 'beta'), 'the app knows no qualifier "beta" of function "S/Orders". Use one of these:\n  S/Orders:$LATEST\n  S/Orders:1\n  S/Orders:live'],
    [['--function', 'Orders:live', '--qualifier', 'live'], '`--function Orders:live` has a qualifier already, got also: `--qualifier live`. Use one of them.'],
    [['--function', 'Next'], 'several functions of the app are called "Next". Use one of these names:\n  S/Next\n  T/Next'],
    [['--function', 'theirs'], 'the app refers to the function "theirs", but does not declare it. Simulate the app that declares it.'],
    [['--function', 'Orders:beta'], 'the app knows no qualifier "beta" of function "S/Orders". Use one of these:\n  S/Orders:$LATEST\n  S/Orders:1\n  S/Orders:live'],
    [['--function', 'Bills'], /^there is no function "Bills" in the app\. Its functions are:\n {2}S\/Durable\n {2}S\/Endless\n {2}S\/Forbidden\n/],
    [['--function', 'Python', '--code'],
      /^the code of `Python\w+` cannot run: its runtime is python3\.13, and only Node\.js runs here\. Leave out `--code`\.\n$/],
    [['--function', 'Endless'], /^`Endless\w+` was invoked 200 times in one chain that would never end, because its `RecursiveLoop` is Allow\./],
    [['--function', 'Durable'], /^The simulator does not know how retries and age act on the events of a durable function\./],
  ])('%p', async (args, problem) => {
    const { code, out, problem: told = '' } = await simulate(...args);
    const said = told.replace('cdk-async-invoke: ', '');

    expect([code, out]).toEqual([2, undefined]);
    if (typeof problem === 'string') {
      expect(said).toBe(`${problem}\n`);
    } else {
      expect(said).toMatch(problem);
    }
  });
});
