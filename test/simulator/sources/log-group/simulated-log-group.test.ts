import { gunzipSync } from 'node:zlib';
import { NotKnownError } from '../../../../lib/simulator';
import { app, arn, resource } from '../app';

const subscribed = (pattern: string, resources: Readonly<Record<string, object>> = {}) => app(['Worker'], {
  Group: resource('Logs::LogGroup', { LogGroupName: '/shop/orders' }),
  Filter: resource('Logs::SubscriptionFilter', { LogGroupName: { Ref: 'Group' }, FilterName: 'errors', FilterPattern: pattern, DestinationArn: arn('Worker') }),
  ...resources,
});

/** The lines that the function gets, by events. */
async function taken(pattern: string, ...lines: string[]): Promise<string[][]> {
  const sim = subscribed(pattern);
  const seen: string[][] = [];
  sim.function('Worker').respond(event => void seen.push(dataOf(event).logEvents.map(({ message }) => message)));
  await sim.logGroup('Group').write(...lines);
  await sim.clock.settle();
  return seen;
}

function dataOf(event: { awslogs: { data: string } }) {
  return JSON.parse(gunzipSync(Buffer.from(event.awslogs.data, 'base64')).toString()) as { logEvents: Array<{ message: string }> };
}

test('sends lines to a function as CloudWatch Logs writes them', async () => {
  const sim = subscribed('');
  const seen: unknown[] = [];
  sim.function('Worker').respond(event => void seen.push(dataOf(event)));
  const flow = await sim.logGroup('/shop/orders').write('one', 'two');
  await sim.clock.settle();
  expect(seen).toEqual([{
    messageType: 'DATA_MESSAGE',
    owner: '123456789012',
    logGroup: '/shop/orders',
    logStream: 'simulated',
    subscriptionFilters: ['errors'],
    logEvents: ['one', 'two'].map(message => ({ id: expect.stringMatching(/^\d{56}$/), timestamp: 1_767_225_600_000, message })),
  }]);
  expect(`${flow}`).toBe([
    '0:00:00  2 lines in log group `Group`',
    '  0:00:00  matched by subscription filter `Filter`',
    '    0:00:00  accepted by `Worker`',
    '    0:00:00  attempt 1 succeeded (version $LATEST)',
  ].join('\n'));
  expect(sim.logGroup('Group')).toMatchObject({ name: '/shop/orders', arn: 'arn:aws:logs:us-east-1:123456789012:log-group:/shop/orders' });
});

test.each([
  ['ERROR', ['an ERROR here', 'fine'], ['an ERROR here']],
  ['ERROR', ['[ERROR]', 'error'], ['[ERROR]']],
  ['ERROR order', ['order 7: ERROR', 'ERROR'], ['order 7: ERROR']],
  ['?ERROR ?WARN', ['WARN', 'ERROR', 'INFO'], ['WARN', 'ERROR']],
  ['ERROR -retry', ['ERROR', 'ERROR, will retry'], ['ERROR']],
  ['"no such article"', ['no such article: 7', 'no article'], ['no such article: 7']],
  ['"a \\"b\\""', ['a "b"', 'a b'], ['a "b"']],
  ['{ $.level = "ERROR" }', ['{"level":"ERROR"}', '{"level":"INFO"}', '{}', 'ERROR'], ['{"level":"ERROR"}']],
  ['{$.level = ERROR}', ['{"level":"ERROR"}'], ['{"level":"ERROR"}']],
  ['{ $.level != "INFO" }', ['{"level":"ERROR"}', '{"level":"INFO"}', 'INFO'], ['{"level":"ERROR"}']],
  ['{ $.a.size >= 10 }', ['{"a":{"size":9}}', '{"a":{"size":10}}'], ['{"a":{"size":10}}']],
  ['{ $.size < 1.5 }', ['{"size":1}', '{"size":1.5}'], ['{"size":1}']],
])('%s takes of %j %j', async (pattern, lines, expected) => {
  expect(await taken(pattern, ...lines)).toEqual([expected]);
});

test('ignores lines that no pattern matches', async () => {
  const sim = subscribed('ERROR');
  const flow = await sim.logGroup('Group').write('fine');
  expect(flow.ends).toMatchObject([{ kind: 'ignored', text: 'line in log group `Group`, which no subscription filter matches' }]);
});

test('keeps lines of a group without subscriptions', async () => {
  const sim = app([], { Group: resource('Logs::LogGroup', {}) });
  expect((await sim.logGroup('Group').write('fine')).ends).toMatchObject([{ kind: 'stored' }]);
});

test.each([
  ['%ERR.*%', 'what `FilterPattern` matches that is `%ERR.*%`'],
  ['[ip, user]', 'what `FilterPattern` matches that is `[ip, user]`'],
  ['?ERROR WARN', 'what `FilterPattern` matches that is `?ERROR WARN`'],
  ['{ $.a = "x*" }', 'what `FilterPattern` matches that is `{ $.a = "x*" }`'],
  ['{ $.a = 1 && $.b = 2 }', 'what `FilterPattern` matches that is `{ $.a = 1 && $.b = 2 }`'],
  ['{ $.a > "x" }', 'what `FilterPattern` matches that is `{ $.a > "x" }`'],
  ['RR', 'whether `RR` in `FilterPattern` matches a part of a longer word'],
  ['{ $.level != "x" }', 'whether `{ $.level != "x" }` matches a line without this field'],
  ['{ $.a = 1 }', 'whether `{ $.a = 1 }` matches a value of another type'],
  ['{ $.n = "x" }', 'whether `{ $.n = "x" }` matches a value of another type'],
])('does not guess %s', async (pattern, what) => {
  const sim = subscribed(pattern);
  await expect(sim.logGroup('Group').write('{"a":"ERROR","n":1}')).rejects.toThrow(NotKnownError);
  await expect(sim.logGroup('Group').write('{"a":"ERROR","n":1}')).rejects.toThrow(`The simulator does not know ${what}.`);
});

test('loses lines for a function that CloudWatch Logs may not invoke', async () => {
  const sim = subscribed('', { Workerlogs: resource('SNS::Topic', {}) });
  const flow = await sim.logGroup('Group').write('fine');
  expect(flow.ends).toMatchObject([{ kind: 'lost', text: 'lost, not delivered to function `Worker`: logs.amazonaws.com may not invoke the function' }]);
});

test('finds a group that only a subscription filter names', async () => {
  const sim = app(['Worker'], { Filter: resource('Logs::SubscriptionFilter', { LogGroupName: '/aws/lambda/other', FilterPattern: '', DestinationArn: arn('Worker') }) });
  const flow = await sim.logGroup('/aws/lambda/other').write('fine');
  expect(flow.stations).toMatchObject([{ kind: 'log group' }, { kind: 'subscription filter' }, { kind: 'function' }]);
});

test.each([[[], 'none'], [[7], 'number'], [[null], 'null']])('refuses to write %j', async (lines, got) => {
  const sim = subscribed('');
  await expect(sim.logGroup('Group').write(...lines as unknown as string[])).rejects.toThrow(new TypeError(`\`lines\` must be one string or more, got: ${got}`));
});
