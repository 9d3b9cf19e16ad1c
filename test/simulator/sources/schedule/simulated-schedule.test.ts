import { app, arn, resource } from '../app';

const rule = (expression: string, settings: object = {}) => resource('Events::Rule', { ScheduleExpression: expression, Targets: [{ Id: 'f', Arn: arn('Clean') }], ...settings });
const schedule = (expression: string, target: object = {}, settings: object = {}) =>
  resource('Scheduler::Schedule', { ScheduleExpression: expression, FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn: arn('Clean'), RoleArn: arn('Role'), ...target }, ...settings });

test('fires a rule at its times while the clock moves', async () => {
  const sim = app(['Clean'], { Hourly: rule('rate(1 hour)') });
  const events: unknown[] = [];
  sim.function('Clean').respond(event => void events.push(event));
  await sim.clock.advanceBy({ hours: 2 });
  expect(events).toHaveLength(2);
  expect(events[0]).toEqual({
    'version': '0',
    'id': expect.any(String),
    'detail-type': 'Scheduled Event',
    'source': 'aws.events',
    'account': '123456789012',
    'time': '2026-01-01T01:00:00Z',
    'region': 'us-east-1',
    'resources': [expect.stringMatching(/:rule\/\S+$/)],
    'detail': {},
  });
  expect(sim.schedule('Hourly').next).toEqual(new Date('2026-01-01T03:00:00Z'));
  expect(sim.flows.map(({ startedAt }) => startedAt.toISOString())).toEqual(['2026-01-01T01:00:00.000Z', '2026-01-01T02:00:00.000Z']);
});

test('does not keep the clock from settling', async () => {
  const sim = app(['Clean'], { Hourly: rule('rate(1 hour)') });
  await sim.clock.settle();
  expect(sim.clock.now).toEqual(new Date('2026-01-01T00:00:00Z'));
  expect(sim.clock.isSettled).toBe(true);
});

test('fires while the clock settles something else', async () => {
  const sim = app(['Clean', 'Slow'], { Minutely: rule('rate(1 minute)') });
  sim.function('Slow').respond(() => {
    throw new Error('no');
  });
  await sim.invoke('Slow');
  await sim.clock.settle();
  expect(sim.flows.map(({ startedAt }) => startedAt.getUTCMinutes())).toEqual([0, 1, 2]);
});

test('names schedules that never let the clock settle', async () => {
  const sim = app(['Clean'], { Minutely: rule('rate(1 minute)') });
  sim.function('Clean').respond(() => {
    throw new Error('no');
  });
  await sim.schedule('Minutely').fire();
  await expect(sim.clock.settle()).rejects.toThrow('The clock cannot settle: schedules have started something 10000 times before the last thing had ended. Use `advanceBy` instead.');
});

test('fires a schedule of EventBridge Scheduler in its time zone, with its input', async () => {
  const sim = app(['Clean'], { Daily: schedule('cron(30 2 * * ? *)', { Input: '{"big":12345678901234567890}' }, { ScheduleExpressionTimezone: 'Europe/Berlin' }) }, { start: '2026-03-28T00:00:00Z' });
  await sim.clock.advanceBy({ hours: 24 });
  expect(sim.outcomes.map(({ acceptedAt, payloadText }) => [acceptedAt.toISOString(), payloadText])).toEqual([['2026-03-28T01:30:00.000Z', '{"big":12345678901234567890}']]);
});

test('fills context attributes into the input', async () => {
  const sim = app(['Clean'], { Daily: schedule('rate(1 day)', { Input: '{"at":"<aws.scheduler.scheduled-time>"}' }) });
  await sim.schedule('Daily').fire();
  expect(sim.outcomes.map(({ payload }) => payload)).toEqual([{ at: '2026-01-01T00:00:00Z' }]);
});

test('sends the event of EventBridge Scheduler without an input', async () => {
  const sim = app(['Clean'], { Once: schedule('at(2026-01-01T05:00:00)') });
  await sim.clock.advanceBy({ hours: 24 });
  expect(sim.outcomes.map(({ payload }) => payload)).toEqual([{
    'version': '0',
    'id': expect.any(String),
    'detail-type': 'Scheduled Event',
    'source': 'aws.scheduler',
    'account': '123456789012',
    'time': '2026-01-01T05:00:00Z',
    'region': 'us-east-1',
    'resources': [expect.stringMatching(/^arn:aws:scheduler:us-east-1:123456789012:schedule\/default\//)],
    'detail': '{}',
  }]);
  expect(sim.schedule('Once').next).toBeUndefined();
});

test('invokes within the flexible window, at a moment that the seed decides', async () => {
  const windowed = (seed: number) => app(['Clean'], { Daily: schedule('at(2026-01-01T05:00:00)', {}, { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 60 } }) }, { seed });
  const times = await Promise.all([1, 1, 2].map(async seed => {
    const sim = windowed(seed);
    await sim.clock.advanceBy({ hours: 7 });
    expect(sim.outcomes.map(({ payload }) => (payload as { time: string }).time)).toEqual(['2026-01-01T05:00:00Z']);
    return sim.outcomes[0].acceptedAt.toISOString();
  }));
  expect(times[0]).toBe(times[1]);
  expect(times[0]).not.toBe(times[2]);
  expect(times.every(time => time > '2026-01-01T05:00:00.000Z' && time < '2026-01-01T06:00:00.000Z')).toBe(true);
});

test('does not fire what is switched off, except by hand', async () => {
  const sim = app(['Clean'], { Off: rule('rate(1 hour)', { State: 'DISABLED' }), Paused: schedule('rate(1 hour)', {}, { State: 'DISABLED' }) });
  await sim.clock.advanceBy({ hours: 3 });
  expect(sim.outcomes).toEqual([]);
  await sim.schedule('Paused').fire();
  expect(sim.outcomes).toHaveLength(1);
});

test('loses what the role of a schedule may not invoke, or keeps it in the dead-letter queue', async () => {
  const role = resource('IAM::Role', { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }] } }] });
  const sim = app(['Clean'], {
    Weak: role,
    Dead: resource('SQS::Queue', {}),
    Bare: schedule('rate(1 day)', { RoleArn: arn('Weak') }),
    Kept: schedule('rate(1 day)', { RoleArn: arn('Weak'), DeadLetterConfig: { Arn: arn('Dead') } }),
  });
  expect((await sim.schedule('Bare').fire()).ends).toMatchObject([{ kind: 'lost', text: 'lost, not delivered to function `Clean`: its role may not invoke the function' }]);
  expect((await sim.schedule('Kept').fire()).ends).toMatchObject([{ kind: 'stored', at: 'queue `Dead`' }]);
});

test('invokes by the universal target, with the payload in its input', async () => {
  const input = JSON.stringify({ FunctionName: 'Shop-Clean', InvocationType: 'Event', Payload: '{"a":1}' });
  const sim = app(['Clean'], { Universal: schedule('rate(1 day)', { Arn: 'arn:aws:scheduler:::aws-sdk:lambda:invoke', Input: input }), Clean: resource('Lambda::Function', { FunctionName: 'Shop-Clean' }) });
  await sim.schedule('Universal').fire();
  expect(sim.outcomes).toMatchObject([{ function: 'Clean', payload: { a: 1 } }]);
});

test('starts anew after a reset', async () => {
  const sim = app(['Clean'], { Hourly: rule('rate(1 hour)') });
  await sim.clock.advanceBy({ minutes: 90 });
  sim.reset();
  await sim.clock.advanceBy({ minutes: 30 });
  expect(sim.flows.map(({ startedAt }) => startedAt.toISOString())).toEqual(['2026-01-01T02:00:00.000Z']);
});

test('plays a year of an hourly schedule', async () => {
  const sim = app(['Clean'], { Hourly: rule('rate(1 hour)') });
  await sim.clock.advanceBy({ hours: 365 * 24 });
  expect(sim.flows).toHaveLength(8_760);
});

test('names an expression that the service refuses, and plays everything else', async () => {
  const sim = app(['Clean'], { Bad: rule('rate(1 hours)') });
  expect(sim.assumptions).toEqual([expect.stringMatching(/^`ScheduleExpression` of `Shop.Bad` is not played: .*rate\(1 hours\)/s)]);
  await sim.schedule('Bad').fire();
  expect(sim.outcomes).toHaveLength(1);
});
