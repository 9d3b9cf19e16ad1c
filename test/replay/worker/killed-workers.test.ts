import fc from 'fast-check';
import { REPLAY_ACTION, type Prepared, type ReplayRequest } from '../../../lib/contract/replay';
import { deadLetterMessage } from '../../../lib/invocation-record';
import { BUCKET, event, id, key, ORDERS, record, TARGETS } from '../loopback/failures';
import type { Fault } from '../loopback/lambda-functions';
import { Plug } from '../loopback/plug';
import { Services } from '../loopback/services';

const MINUTE = 60_000;

/** Times that a worker is called again: more than any state machine needs. */
const AGAIN = 20;

let services: Services;
beforeAll(async () => {
  services = await Services.start();
});
beforeEach(() => services.reset());
afterAll(() => services.stop());

const settings = () => services.settings([{ ...services.queue, deadLettersOf: ORDERS }, BUCKET], TARGETS);

/** The number of an event, and where its copies are. */
interface Planned {
  readonly copies: readonly ('queue' | 'bucket' | 'dead letter')[];
}

/** Puts events into queue and bucket, with poison between them, and plans. */
async function planned(events: readonly Planned[]): Promise<void> {
  events.forEach(({ copies }, number) => {
    copies.forEach(copy => {
      if (copy === 'bucket') {
        services.buckets.objects.set(`records/${key(number)}`, record(number));
      } else {
        services.queues.send('failed', copy === 'queue'
          ? { body: record(number) }
          : deadLetterMessage({ requestId: id(number), errorCode: 200, payload: undefined, payloadText: event(number) }));
      }
    });
  });
  services.queues.send('failed', { body: 'poison' });
  await services.plan(settings(), 'plan');
}

async function prepared(run: string): Promise<Prepared> {
  return services.perform(settings(), { action: REPLAY_ACTION.prepare, execution: run, input: { mode: 'run', plan: 'plan', workers: 2, rate: 1000 } });
}

/** All requests of a run: two workers of the queue, and the batches of the manifest. */
async function requests(run: string): Promise<ReplayRequest[]> {
  const { queues, manifests } = await prepared(run);
  const source = queues[0]?.source;
  return [
    ...source === undefined ? [] : [0, 1].map(worker => ({ action: REPLAY_ACTION.runQueue, run, source, worker })),
    ...manifests.map(manifest => ({ action: REPLAY_ACTION.runBatch, run, Items: services.lines(manifest.key) })),
  ];
}

/** Performs a request until it is done; whether the worker was killed. */
async function untilDone(request: ReplayRequest, plug: Plug): Promise<'killed' | 'done'> {
  for (let times = 0; times < AGAIN; times += 1) {
    const result = await Promise.race([plug.pulled, services.perform<{ done: boolean }>(settings(), request, plug.attach)]);
    if (result === 'killed') {
      return result;
    }
    if (result.done) {
      return 'done';
    }
  }
  throw new Error('The worker is never done.');
}

/** How often Lambda has accepted an event. */
function acceptedTimes(number: number): number {
  return services.lambda.accepted.filter(({ text }) => text === event(number)).length;
}

function copiesLeft(number: number): number {
  const texts = [...services.queues.queue('failed').values()].map(({ body }) => body);
  const stored = services.buckets.keys('records').map(name => services.buckets.objects.get(`records/${name}`)!);
  return [...texts, ...stored].filter(text => text.includes(event(number))).length;
}

/** Fates of a report by the number of the event. */
async function fates(run: string): Promise<Map<number, string>> {
  await services.perform(settings(), { action: REPLAY_ACTION.report, run });
  return new Map(services.lines(`runs/${run}/report.jsonl`).map(line => [Number(line.id.slice(-12)), line.fate]));
}

/** What must hold at any time. */
function expectNothingLostOrDoubled(events: readonly Planned[]): void {
  events.forEach((_, number) => {
    expect({ number, accepted: acceptedTimes(number) <= 1 }).toEqual({ number, accepted: true });
    expect({ number, isSomewhere: acceptedTimes(number) + copiesLeft(number) > 0 }).toEqual({ number, isSomewhere: true });
  });
  expect([...services.queues.queue('failed').values()].map(({ body }) => body)).toContain('poison');
}

/** What must hold after a run without faults. */
async function expectAllTold(events: readonly Planned[], run: string): Promise<string[]> {
  expectNothingLostOrDoubled(events);
  const told = await fates(run);
  events.forEach((_, number) => {
    const fate = told.get(number);
    // In doubt, the copy stays, whether Lambda has it or not; sent, it is there once and no copy is left.
    expect({ number, fate, accepted: acceptedTimes(number), copies: copiesLeft(number) > 0 }).toEqual(fate === 'in doubt'
      ? { number, fate, accepted: expect.any(Number), copies: true }
      : { number, fate: 'sent', accepted: 1, copies: false });
  });
  return [...told.values()];
}

const INCIDENT: readonly Planned[] = [{ copies: ['queue'] }, { copies: ['queue', 'dead letter'] }, { copies: ['bucket'] }];

describe.each([[REPLAY_ACTION.runQueue, 2], [REPLAY_ACTION.runBatch, 1]])('a worker that is killed during %s', (action, invocations) => {
  test('before or after any call leaves each event sent once or in doubt', async () => {
    await planned(INCIDENT);
    const request = (await requests('first')).find(each => each.action === action)!;
    const others = await requests('second');
    const restore = services.snapshot();
    const { calls } = await killed(new Plug());
    expect(calls.filter(call => call === 'InvokeCommand')).toHaveLength(invocations);
    const ends: string[] = [];
    for (let at = 1; at <= calls.length; at += 1) {
      for (const when of ['before', 'after'] as const) {
        restore();
        await killed(new Plug(at, when));
        expectNothingLostOrDoubled(INCIDENT);

        // The state machine starts another execution, when the killed worker is surely gone.
        services.clock.advance(20 * MINUTE);
        for (const again of others) {
          await untilDone(again, new Plug());
        }
        services.clock.advance(20 * MINUTE);
        ends.push(...await expectAllTold(INCIDENT, 'second'));
      }
    }
    // Killed between the put and the state after the call: nobody knows then.
    expect(new Set(ends)).toEqual(new Set(['sent', 'in doubt']));

    async function killed(plug: Plug): Promise<Plug> {
      await untilDone(request, plug);
      return plug;
    }
  });
});

const EVENTS = fc.array(fc.record({
  copies: fc.uniqueArray(fc.constantFrom('queue' as const, 'bucket' as const, 'dead letter' as const), { minLength: 1, maxLength: 3 }),
}), { minLength: 1, maxLength: 5 });
const FAULTS = fc.array(fc.constantFrom<(Fault | undefined)[]>(undefined, undefined, 'throttle', 'refuse', 'unclear', 'reset', 'lost'), { maxLength: 8 });
const KILL = fc.record({ at: fc.integer({ min: 0, max: 25 }), when: fc.constantFrom('before' as const, 'after' as const) });
const KILLS = fc.array(KILL, { minLength: 3, maxLength: 3 });
const DELAYS = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 });

test('whatever workers at the same time, kills and faults of Lambda do, no event is lost or sent twice, and what is in doubt is told', async () => {
  const ROUNDS = fc.array(fc.tuple(FAULTS, KILLS), { minLength: 1, maxLength: 2 });
  await fc.assert(fc.asyncProperty(EVENTS, ROUNDS, DELAYS, async (events, rounds, delays) => {
    services.reset();
    await planned(events);
    let turn = 0;
    const delay = async () => {
      for (let times = delays[(turn += 1) % delays.length]; times > 0; times -= 1) {
        await new Promise(resolve => setImmediate(resolve));
      }
    };
    for (const [round, [faults, kills]] of rounds.entries()) {
      services.lambda.faults = [...faults];
      const all = await requests(`round-${round}`);
      await Promise.all(all.map((request, index) => untilDone(request, new Plug(kills[index].at, kills[index].when, delay))));
      expectNothingLostOrDoubled(events);
      services.clock.advance(20 * MINUTE);
    }
    services.lambda.faults = [];
    await Promise.all((await requests('last')).map(request => untilDone(request, new Plug(0, 'before', delay))));
    services.clock.advance(20 * MINUTE);
    await expectAllTold(events, 'last');
  }), { numRuns: 20 });
});
