import { inspect } from 'node:util';
import { asyncInvokeMatchers as matchers, fails, type Simulator } from '../../../../lib/simulator';
import { app, arn, failuresTo, mapping, resource } from '../app';

const shop = () => app(['Worker', 'Other'], {
  Topic: resource('SNS::Topic', {}),
  ToQueue: resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arn('Queue') }),
  ToOther: resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'lambda', Endpoint: arn('Other') }),
  Queue: resource('SQS::Queue', { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 6 } }),
  Dead: resource('SQS::Queue', {}),
  Failed: resource('SQS::Queue', {}),
  Mapping: mapping('Queue', 'Worker'),
  Config: failuresTo('Other', 'Failed'),
});

async function published(sim: Simulator) {
  const flow = await sim.topic('Topic').publish('hello');
  await sim.clock.settle();
  return flow;
}

test('abridges long repetitions in its text, not in its timeline', async () => {
  const sim = shop();
  sim.function('Worker').respond(fails());
  const flow = await published(sim);
  expect(`${flow}`).toBe([
    '0:00:00  message to topic `Topic`',
    '  0:00:00  taken by subscription `ToOther`',
    '    0:00:00  accepted by `Other`',
    '    0:00:00  attempt 1 succeeded (version $LATEST)',
    '  0:00:00  taken by subscription `ToQueue`',
    '    0:00:00  notification in queue `Queue`',
    '      0:00:00  message to function `Worker`',
    '      0:00:00  not handled by function `Worker`: Error (receive 1)',
    '      ... 4 more times the same',
    '      0:05:00  message to function `Worker`',
    '      0:05:00  not handled by function `Worker`: Error (receive 6)',
    '      0:06:00  moved to queue `Dead` after 6 receives',
  ].join('\n'));
  expect(flow.timeline).toHaveLength(19);
  expect(JSON.stringify({ flow })).toBe(JSON.stringify({ flow: `${flow}` }));
  expect(inspect(flow)).toBe(`${flow}`);
});

test('is not settled while an event waits for an attempt, and has no end for it', async () => {
  const bus = app(['Other'], { Rule: resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'o', Arn: arn('Other') }] }) });
  bus.function('Other').respond(fails());
  const flow = await bus.bus().put({ source: 'shop', detailType: 'Ordered' });
  await bus.clock.advanceBy({});
  expect(flow).toMatchObject({ hasSettled: false, ends: [] });
  expect(matchers.toHaveEndedIn(flow, 'Other').pass).toBe(false);
  await bus.clock.settle();
  expect(flow).toMatchObject({ hasSettled: true, ends: [{ kind: 'lost', at: 'function `Other`', text: 'given up by function `Other`, with neither record nor dead letter' }] });
});

describe('matchers', () => {
  test('`toHaveEndedIn` wants all ends in the places that it names', async () => {
    const flow = await published(shop());
    expect(matchers.toHaveEndedIn(flow, 'Worker', 'Other').pass).toBe(true);
    expect(matchers.toHaveEndedIn(flow, 'Worker').pass).toBe(false);
    expect(matchers.toHaveEndedIn(flow, 'Worker').message()).toBe([
      'Expected the flow to have ended in `Worker`:',
      `${flow}`,
      'handled: handled by function `Other`',
      'handled: handled by function `Worker`',
    ].join('\n'));
    expect(matchers.toHaveEndedIn(flow, 'Worker', 'Other').message()).toMatch(/^Expected the flow not to have ended in `Worker` or `Other`:\n/);
  });

  test('`toHaveEndedIn` does not count what nobody wanted, and needs one end besides', async () => {
    const sim = app([], { Rule: resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [] }) });
    const flow = await sim.bus().put({ source: 'other', detailType: 'x' });
    expect(flow.ends).toMatchObject([{ kind: 'ignored' }]);
    expect(matchers.toHaveEndedIn(flow, 'default').pass).toBe(false);
  });

  test('`toHaveEndedIn` fails for what is lost there', async () => {
    const sim = app([], { Queue: resource('SQS::Queue', { MessageRetentionPeriod: 60 }) });
    const flow = await sim.queue('Queue').send('a');
    expect(matchers.toHaveEndedIn(flow, 'Queue').pass).toBe(true);
    expect(matchers.toHaveLostSomething(flow).pass).toBe(false);
    await sim.clock.advanceBy({ seconds: 59 });
    expect(matchers.toHaveEndedIn(flow, 'Queue').pass).toBe(true);
    await sim.clock.advanceBy({ seconds: 1 });
    expect(matchers.toHaveEndedIn(flow, 'Queue').pass).toBe(false);
    expect(matchers.toHaveLostSomething(flow).pass).toBe(true);
    expect(matchers.toHaveLostSomething(flow).message()).toContain('lost: expired in queue `Queue` at the end of its retention');
  });

  test('`toHaveReached` finds stations by all their names', async () => {
    const sim = shop();
    const flow = await published(sim);
    for (const place of ['Topic', 'ToQueue', 'Queue', 'Worker', sim.queue('Queue').arn, sim.queue('Queue').name]) {
      expect({ place, pass: matchers.toHaveReached(flow, place).pass }).toEqual({ place, pass: true });
    }
    expect(matchers.toHaveReached(flow, 'Dead').pass).toBe(false);
    expect(matchers.toHaveReached(flow, 'Dead').message()).toMatch(/^Expected the flow to have reached `Dead`:\n0:00:00 {2}message to topic/);
  });

  test.each([
    [undefined, 'undefined'], [null, 'null'], ['flow', 'string'], [7, 'number'], [{}, 'object'], [Promise.resolve(), 'a promise. Await it first'],
  ])('refuse %p', (value, got) => {
    const message = `\`expect\` must get a flow of the simulator, got: ${got}`;
    expect(() => matchers.toHaveEndedIn(value, 'a')).toThrow(new TypeError(message));
    expect(() => matchers.toHaveReached(value, 'a')).toThrow(new TypeError(message));
    expect(() => matchers.toHaveLostSomething(value)).toThrow(new TypeError(message));
  });
});

test('ends where the record of a failure lies', async () => {
  const sim = shop();
  sim.function('Other').respond(fails());
  const flow = await published(sim);
  expect(matchers.toHaveEndedIn(flow, 'Worker', 'Failed').pass).toBe(true);
});
