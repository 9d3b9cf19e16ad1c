import type { Answer, Call } from '../../../lib/replay/run/functions';
import type { EventItem, Ledger } from '../../../lib/replay/run/ledger';
import { sendOnce, type Fate, type Sender } from '../../../lib/replay/run/send-once';
import { Clients } from '../../../lib/replay/worker/clients';
import { DynamoLedger } from '../../../lib/replay/worker/dynamo-ledger';
import { Services } from '../loopback/services';

const EVENT = { id: 'one', target: 'arn:aws:lambda:us-east-1:123456789012:function:orders:live', text: '{}' };

let services: Services;
let ledger: Ledger;
let answers: Answer[];
let calls: Call[];
let again: boolean;

beforeAll(async () => {
  services = await Services.start();
});
beforeEach(() => {
  services.reset();
  ledger = new DynamoLedger(new Clients().dynamo, 'ledger', 90, services.clock);
  [answers, calls, again] = [[], [], true];
});
afterAll(() => services.stop());

function send(more: Partial<Sender> = {}): Promise<Fate> {
  let token = 0;
  return sendOnce(EVENT, {
    ledger,
    functions: {
      invoke: async call => {
        calls.push(call);
        return answers.shift() ?? { kind: 'accepted', newId: `new-${calls.length}` };
      },
    },
    clock: services.clock,
    turns: { throttled: () => {}, passed: () => {}, again: async () => again },
    run: 'r',
    lease: services.clock.now() + 1000,
    maxAttempts: 3,
    inDoubt: 'leave',
    isDurable: () => false,
    token: () => `token-${Math.random()}-${token += 1}`,
    ...more,
  });
}

async function item(): Promise<EventItem | undefined> {
  return (await ledger.find(['one'])).events.get('one');
}

test('an event that Lambda accepts is sent, and its new request id is remembered', async () => {
  expect(await send()).toEqual({ kind: 'sent', before: false });
  expect(await item()).toMatchObject({ state: 'sent', newId: 'new-1', attempts: 1, origin: 'one', run: 'r' });
  expect((await ledger.find(['new-1'])).replays.get('new-1')).toMatchObject({ origin: 'one', attempts: 1, run: 'r' });
});

test('the ledger says `sending` while Lambda is called', async () => {
  const states: unknown[] = [];
  await send({
    functions: {
      invoke: async () => {
        states.push((await item())?.state);
        return { kind: 'accepted' };
      },
    },
  });

  expect(states).toEqual(['sending']);
});

test('an event that was sent is not sent again', async () => {
  await send();

  expect(await send()).toEqual({ kind: 'sent', before: true });
  expect(calls).toHaveLength(1);
});

test('an event that Lambda refuses may be sent again, which is the same attempt', async () => {
  answers = [{ kind: 'refused', error: 'ResourceNotFoundException' }];
  expect(await send()).toEqual({ kind: 'refused', error: 'ResourceNotFoundException' });
  expect(await item()).toMatchObject({ state: 'refused', error: 'ResourceNotFoundException' });

  expect(await send()).toEqual({ kind: 'sent', before: false });
  expect(await item()).toMatchObject({ state: 'sent', attempts: 1 });
  expect(await item()).not.toHaveProperty('error');
});

test('a throttled event is sent when its turn comes again', async () => {
  answers = [{ kind: 'throttled', error: 'TooManyRequestsException' }];

  expect(await send()).toEqual({ kind: 'sent', before: false });
  expect(calls).toHaveLength(2);
});

test('the turns know of each throttle, and that Lambda then accepts an event', async () => {
  const told: unknown[] = [];
  answers = [{ kind: 'throttled', error: 'TooManyRequestsException', retryAfter: 700 }];
  await send({ turns: { throttled: retryAfter => told.push(['throttled', retryAfter]), passed: () => told.push('passed'), again: async () => true } });

  expect(told).toEqual([['throttled', 700], 'passed']);
});

test('the turns hear nothing of an event that Lambda refuses', async () => {
  const told: string[] = [];
  answers = [{ kind: 'refused', error: 'ResourceNotFoundException' }];
  await send({ turns: { throttled: () => told.push('throttled'), passed: () => told.push('passed'), again: async () => true } });

  expect(told).toEqual([]);
});

test('an event that is throttled until the end may be sent by another worker', async () => {
  answers = [{ kind: 'throttled', error: 'TooManyRequestsException' }];
  again = false;

  expect(await send()).toEqual({ kind: 'refused', error: 'TooManyRequestsException' });
  expect(await send()).toEqual({ kind: 'sent', before: false });
});

test('an event whose answer was lost is in doubt, and stays so', async () => {
  answers = [{ kind: 'unknown', error: 'TimeoutError' }];

  expect(await send()).toEqual({ kind: 'in-doubt', error: 'TimeoutError' });
  expect(await send()).toEqual({ kind: 'in-doubt', error: 'TimeoutError' });
  expect(calls).toHaveLength(1);
});

test('an event in doubt is sent again where the run says so, as another attempt', async () => {
  answers = [{ kind: 'unknown', error: 'TimeoutError' }];
  await send();

  expect(await send({ inDoubt: 'send' })).toEqual({ kind: 'sent', before: false });
  expect(await item()).toMatchObject({ state: 'sent', attempts: 2 });
});

test('an event that another worker is about to send is left to it, until that worker is surely gone', async () => {
  await ledger.begin({ id: 'one', state: 'sending', run: 'r', target: EVENT.target, token: 'other', lease: services.clock.now() + 1000, origin: 'one', attempts: 1, at: 0 }, undefined);
  services.clock.advance(999);
  expect(await send()).toEqual({ kind: 'busy' });

  services.clock.advance(1);
  expect(await send()).toEqual({ kind: 'in-doubt', error: 'WorkerGone' });
  expect(await item()).toMatchObject({ state: 'in-doubt', error: 'WorkerGone' });
  expect(calls).toEqual([]);
});

test('a worker that was taken for gone does not call an event sent that another one has taken over', async () => {
  await send({
    functions: {
      invoke: async () => {
        services.clock.advance(2000);
        await send({ inDoubt: 'send' });
        return { kind: 'accepted', newId: 'late' };
      },
    },
  }).then(fate => expect(fate).toEqual({ kind: 'in-doubt', error: 'TakenOver' }));
  expect(await item()).toMatchObject({ state: 'sent', newId: 'new-1', attempts: 2 });
});

test('of two workers at the same time, one sends', async () => {
  const fates = await Promise.all([send(), send(), send()]);

  expect(calls).toHaveLength(1);
  expect(fates.filter(fate => fate.kind === 'sent' && !fate.before)).toHaveLength(1);
});

test.each([[1, 3, true], [2, 3, true], [3, 3, false], [7, 8, true], [8, 8, false]])('after %i attempts of at most %i, it is sent: %s', async (before, maxAttempts, isSent) => {
  await ledger.remember({ id: 'one', origin: 'first', attempts: before, run: 'q', sentAt: 0 });

  expect(await send({ maxAttempts })).toEqual(isSent ? { kind: 'sent', before: false } : { kind: 'attempts' });
  expect(await item()).toEqual(isSent ? expect.objectContaining({ origin: 'first', attempts: before + 1 }) : undefined);
});

test('if the ledger fails after the send, the event is in doubt', async () => {
  const fate = await send({
    ledger: {
      ...bound(ledger),
      finish: async () => {
        throw new Error('the table is gone');
      },
    },
  });

  expect(fate).toEqual({ kind: 'in-doubt', error: 'Error' });
  expect(await item()).toMatchObject({ state: 'sending' });
});

test('if the ledger fails before the send, nothing is sent', async () => {
  await expect(send({
    ledger: {
      ...bound(ledger),
      begin: async () => {
        throw new Error('the table is gone');
      },
    },
  })).rejects.toThrow('the table is gone');
  expect(calls).toEqual([]);
});

describe('a durable function', () => {
  const durable = { isDurable: () => true };

  test('does not recognize an event in doubt that another function may have got', async () => {
    answers = [{ kind: 'unknown', error: 'TimeoutError' }];
    await send();
    await ledger.begin({ ...(await item())!, state: 'in-doubt', target: `${EVENT.target}-before` }, await item());

    expect(await send(durable)).toEqual({ kind: 'in-doubt', error: 'TimeoutError' });
    expect(calls).toHaveLength(1);
  });

  test('gets the request id as the name of its execution', async () => {
    await send(durable);

    expect(calls).toEqual([{ target: EVENT.target, text: '{}', executionName: 'one' }]);
  });

  test('gets another name for another attempt of the same event', async () => {
    await ledger.remember({ id: 'one', origin: 'first', attempts: 1, run: 'q', sentAt: 0 });
    await send(durable);

    expect(calls).toMatchObject([{ executionName: 'first-2' }]);
  });

  test('is called again if the answer was lost, because Lambda recognizes the name', async () => {
    answers = [{ kind: 'unknown', error: 'TimeoutError' }];

    expect(await send(durable)).toEqual({ kind: 'sent', before: false });
    expect(calls.map(({ executionName }) => executionName)).toEqual(['one', 'one']);
  });

  test('gets an event in doubt again under the same name', async () => {
    answers = Array.from({ length: 3 }, () => ({ kind: 'unknown' as const, error: 'TimeoutError' }));
    expect(await send(durable)).toEqual({ kind: 'in-doubt', error: 'TimeoutError' });

    expect(await send(durable)).toEqual({ kind: 'sent', before: false });
    expect(new Set(calls.map(({ executionName }) => executionName))).toEqual(new Set(['one']));
  });
});

/** A ledger whose methods can be spread. */
function bound(of: Ledger): Ledger {
  return Object.fromEntries(
    Object.getOwnPropertyNames(Object.getPrototypeOf(of)).map(name => [name, (...args: unknown[]) => (of as any)[name](...args)]),
  ) as unknown as Ledger;
}
