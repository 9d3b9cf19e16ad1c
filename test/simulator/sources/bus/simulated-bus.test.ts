import { fails, JsonText } from '../../../../lib/simulator';
import { app, arn, resource } from '../app';

const rule = (targets: object[], settings: object = {}) => resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: targets.map((target, index) => ({ Id: `${index}`, ...target })), ...settings });
const EVENT = { source: 'shop', detailType: 'Ordered', detail: { id: 1 } };

test('sends an event to all targets of all rules that match', async () => {
  const sim = app(['Ship', 'Bill'], {
    Queue: resource('SQS::Queue', {}),
    Topic: resource('SNS::Topic', {}),
    Both: rule([{ Arn: arn('Ship') }, { Arn: arn('Queue') }]),
    Other: rule([{ Arn: arn('Topic') }], { EventPattern: { source: ['other'] } }),
    Third: rule([{ Arn: arn('Bill') }], { EventPattern: { detail: { id: [1] } } }),
  });
  const events: unknown[] = [];
  sim.function('Ship').respond(event => void events.push(event));
  const flow = await sim.bus().put({ ...EVENT, resources: ['arn:aws:x'], time: new Date('2020-02-03T04:05:06.789Z') });
  await sim.clock.settle();
  expect(events).toEqual([{
    'version': '0',
    'id': expect.any(String),
    'detail-type': 'Ordered',
    'source': 'shop',
    'account': '123456789012',
    'time': '2020-02-03T04:05:06Z',
    'region': 'us-east-1',
    'resources': ['arn:aws:x'],
    'detail': { id: 1 },
  }]);
  expect(JSON.parse(sim.queue('Queue').messages[0].body)).toEqual(events[0]);
  expect(flow.timeline).toEqual([
    '0:00:00  event `Ordered` on bus `default`',
    '  0:00:00  matched by rule `Both`',
    '    0:00:00  accepted by `Ship`',
    '    0:00:00  attempt 1 succeeded (version $LATEST)',
    '    0:00:00  event in queue `Queue`',
    '  0:00:00  matched by rule `Third`',
    '    0:00:00  accepted by `Bill`',
    '    0:00:00  attempt 1 succeeded (version $LATEST)',
  ]);
});

test('keeps numbers that no double holds', async () => {
  const sim = app([], { Queue: resource('SQS::Queue', {}), Rule: rule([{ Arn: arn('Queue') }]) });
  await sim.bus().put({ ...EVENT, detail: new JsonText('{"id":12345678901234567890}') });
  expect(sim.queue('Queue').messages[0].body).toContain('"detail":{"id":12345678901234567890}}');
});

test('ignores what no rule matches, and says so', async () => {
  const sim = app(['Ship'], { Rule: rule([{ Arn: arn('Ship') }]) });
  const flow = await sim.bus().put({ ...EVENT, source: 'other' });
  expect(flow.ends).toMatchObject([{ kind: 'ignored', text: 'event `Ordered` on bus `default`, which no rule matches' }]);
});

test('does not trigger a rule that is switched off, or on another bus', async () => {
  const sim = app(['Ship'], {
    Bus: resource('Events::EventBus', { Name: 'shop' }),
    Off: rule([{ Arn: arn('Ship') }], { State: 'DISABLED' }),
    OnBus: rule([{ Arn: arn('Ship') }], { EventBusName: { Ref: 'Bus' } }),
    ByName: rule([{ Arn: arn('Ship') }], { EventBusName: 'shop' }),
  });
  expect((await sim.bus('Bus').put(EVENT)).outcomes).toHaveLength(2);
  expect(sim.outcomes).toHaveLength(2);
});

test('passes an event on to another bus', async () => {
  const sim = app(['Ship'], {
    Bus: resource('Events::EventBus', { Name: 'shop' }),
    Forward: rule([{ Arn: arn('Bus'), RoleArn: arn('Role') }]),
    OnBus: rule([{ Arn: arn('Ship') }], { EventBusName: { Ref: 'Bus' } }),
  });
  const flow = await sim.bus().put(EVENT);
  await sim.clock.settle();
  expect(flow.stations.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'bus default', 'rule Shop-Forward', 'bus shop', 'rule Shop-OnBus', 'function Shop-Ship',
  ].map(name => expect.stringMatching(name.replace('Shop-', '.*'))));
});

test('says what it does not play', async () => {
  const sim = app([], { Rule: rule([{ Arn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders' }]) });
  expect((await sim.bus().put(EVENT)).ends).toMatchObject([
    { kind: 'outside', text: 'event to target `arn:aws:states:us-east-1:123456789012:stateMachine:Orders`, which is not played' },
  ]);
});

describe('an event that cannot be delivered', () => {
  const BILL = resource('Lambda::Function', {});

  test('is lost if the target does not let EventBridge in', async () => {
    const sim = app([], { Bill: BILL, Rule: rule([{ Arn: arn('Bill') }]) });
    expect((await sim.bus().put(EVENT)).ends).toMatchObject([{
      kind: 'lost',
      at: 'rule `Rule`',
      text: 'lost, not delivered to function `Bill`: events.amazonaws.com may not invoke the function',
    }]);
    expect(sim.outcomes).toEqual([]);
  });

  test('goes to the dead-letter queue of the target, with the reason', async () => {
    const sim = app([], { Bill: BILL, Dead: resource('SQS::Queue', {}), Rule: rule([{ Arn: arn('Bill'), DeadLetterConfig: { Arn: arn('Dead') } }]) });
    const flow = await sim.bus().put(EVENT);
    const [{ body, attributes }] = sim.queue('Dead').messages;
    expect(JSON.parse(body)).toMatchObject({ 'detail-type': 'Ordered' });
    expect(Object.fromEntries(Object.entries(attributes).map(([name, { StringValue }]) => [name, StringValue]))).toEqual({
      RULE_ARN: expect.stringMatching(/^arn:aws:events:us-east-1:123456789012:rule\/\S+$/),
      TARGET_ARN: sim.function('Bill').arn,
      ERROR_CODE: 'NO_PERMISSIONS',
      ERROR_MESSAGE: 'events.amazonaws.com may not invoke the function',
    });
    expect(flow.ends).toMatchObject([{ kind: 'stored', at: 'queue `Dead`' }]);
  });

  test('is lost if the dead-letter queue does not let EventBridge in either', async () => {
    const sim = app([], {
      Bill: BILL,
      Dead: resource('SQS::Queue', {}),
      Rule: rule([{ Arn: arn('Bill'), DeadLetterConfig: { Arn: arn('Dead') } }]),
      QueuePolicy: resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Dead' }], PolicyDocument: { Statement: [] } }),
    });
    expect((await sim.bus().put(EVENT)).ends).toMatchObject([{
      kind: 'lost',
      text: 'lost, not delivered to its dead-letter queue either: its policy does not allow sqs:SendMessage to events.amazonaws.com',
    }]);
  });

  test('is not retried if the function was deleted', async () => {
    const sim = app(['Ship'], { Rule: rule([{ Arn: arn('Ship') }]) });
    sim.function('Ship').delete();
    expect((await sim.bus().put(EVENT)).ends).toMatchObject([{ kind: 'lost', text: 'lost, not delivered to function `Ship`: it was deleted' }]);
  });

  test('is retried as long as the target allows while Lambda refuses it', async () => {
    const sim = app(['Ship'], { Dead: resource('SQS::Queue', {}), Rule: rule([{ Arn: arn('Ship'), RetryPolicy: { MaximumRetryAttempts: 2 }, DeadLetterConfig: { Arn: arn('Dead') } }]) });
    sim.function('Ship').refuseEvents();
    const flow = await sim.bus().put(EVENT);
    await sim.clock.settle();
    expect(flow.timeline).toEqual([
      '0:00:00  event `Ordered` on bus `default`',
      '  0:00:00  matched by rule `Rule`',
      '    0:00:00  not delivered to function `Ship`: An internal error occurred.',
      '    0:00:01  not delivered to function `Ship`: An internal error occurred.',
      '    0:00:03  given up after 2 retries',
      '      0:00:03  dead letter in queue `Dead`',
    ]);
    expect(sim.queue('Dead').messages[0].attributes).toMatchObject({ EXHAUSTED_RETRY_CONDITION: { StringValue: 'MaximumRetryAttempts' }, RETRY_ATTEMPTS: { StringValue: '2' } });
  });

  test.each([
    [60, '0:01:00'],
    [86_400, '23:36:31'],
    [undefined, '23:36:31'],
  ])('is given up at the maximum event age of %s seconds, or after 185 retries', async (age, time) => {
    const sim = app(['Ship'], { Rule: rule([{ Arn: arn('Ship'), RetryPolicy: { MaximumEventAgeInSeconds: age } }]) });
    sim.function('Ship').refuseEvents();
    const flow = await sim.bus().put(EVENT);
    await sim.clock.settle();
    expect(flow.timeline.at(-1)).toMatch(new RegExp(`^ +${time}  lost, given up after \\d+ retries$`));
  });

  test('arrives if Lambda accepts it again in time', async () => {
    const sim = app(['Ship'], { Rule: rule([{ Arn: arn('Ship') }]) });
    sim.function('Ship').refuseEvents();
    const flow = await sim.bus().put(EVENT);
    await sim.clock.advanceBy({ minutes: 1 });
    sim.function('Ship').refuseEvents(false);
    await sim.clock.settle();
    expect(flow.ends).toMatchObject([{ kind: 'handled', at: 'function `Ship`' }]);
  });
});

test('names the circle of a loop that Lambda does not detect', async () => {
  const sim = app(['Ship'], { Rule: rule([{ Arn: arn('Ship') }]) });
  sim.function('Ship').respond(async () => {
    await sim.bus().put(EVENT);
  });
  await sim.bus().put(EVENT);
  await expect(sim.clock.settle()).rejects.toThrow(
    'An event went through 1000 steps and would go on forever: rule `Rule` -> function `Ship` -> bus `default` -> rule `Rule`. '
    + 'Lambda does not detect this loop. Break it: change a rule, a destination, or what a function sends.',
  );
});

test('gets the records of functions', async () => {
  const sim = app(['Ship', 'Bill'], {
    Bus: resource('Events::EventBus', { Name: 'shop' }),
    Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Ship' }, Qualifier: '$LATEST', MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: arn('Bus') } } }),
    Rule: rule([{ Arn: arn('Bill') }], { EventBusName: { Ref: 'Bus' }, EventPattern: { 'detail-type': ['Lambda Function Invocation Result - Failure'] } }),
  });
  sim.function('Ship').respond(fails());
  const details: unknown[] = [];
  sim.function('Bill').respond(({ detail }) => void details.push(detail.requestContext.condition));
  await sim.invoke('Ship');
  await sim.clock.settle();
  expect(details).toEqual(['RetriesExhausted']);
});

test.each([
  ['its own input', { Input: '{"constant":12345678901234567890}' }, '{"constant":12345678901234567890}'],
  ['a part', { InputPath: '$.detail' }, '{"id":1}'],
  ['a filled template', { InputTransformer: { InputPathsMap: { id: '$.detail.id' }, InputTemplate: '{"order": <id>, "rule": "<aws.events.rule-name>"}' } }, expect.stringMatching(/^\{"order":1,"rule":"\S+"\}$/)],
])('sends a target %s', async (_, input, payload) => {
  const sim = app(['Ship'], { Rule: rule([{ Arn: arn('Ship'), ...input }]) });
  await sim.bus().put(EVENT);
  expect(sim.outcomes.map(({ payloadText }) => payloadText)).toEqual([payload]);
});
