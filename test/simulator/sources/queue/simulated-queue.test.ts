import fc from 'fast-check';
import type { QueueSettings } from '../../../../lib/simulator/sources/queue/queue-settings';
import { SimulatedQueue } from '../../../../lib/simulator/sources/queue/simulated-queue';

const MINUTE = 60_000;

/** Queues on a clock that the test moves. */
function queues(settings: Partial<QueueSettings> = {}, deadLetter?: Partial<QueueSettings>) {
  const clock = { now: 0 };
  let things = 0;
  const made = new Map<string, SimulatedQueue>();
  const make = (name: string, own: Partial<QueueSettings>) => {
    const queue = new SimulatedQueue({
      kind: 'queue',
      name,
      arn: name,
      account: '1',
      region: 'r',
      fifo: false,
      visibilityTimeout: 30,
      delay: 0,
      retention: 345_600,
      contentBasedDeduplication: false,
      maximumMessageSize: 1_048_576,
      ...own,
    }, { now: () => clock.now, nextNumber: () => things += 1, newId: number => `id-${number}`, queueAt: arn => made.get(arn) });
    made.set(name, queue);
    return queue;
  };
  const dead = deadLetter && make('dead', deadLetter);
  return { clock, queue: make('queue', settings), dead: dead! };
}

const send = (queue: SimulatedQueue, body: string, content: object = {}) => queue.send({ body, ...content }, undefined, undefined);
const bodies = (messages: ReturnType<SimulatedQueue['receive']>) => messages.map(({ content: { body } }) => body);

describe('a standard queue', () => {
  test('hands out the oldest messages first, up to a number', () => {
    const { queue } = queues();
    ['a', 'b', 'c'].forEach(body => send(queue, body));
    expect(bodies(queue.receive(2))).toEqual(['a', 'b']);
    expect(bodies(queue.receive(2))).toEqual(['c']);
    expect(queue.receive(2)).toEqual([]);
  });

  test('hides a received message for the visibility timeout, and no longer', () => {
    const { queue, clock } = queues({ visibilityTimeout: 30 });
    send(queue, 'a');
    queue.receive(1);
    clock.now = 29_999;
    expect(queue.receive(1)).toEqual([]);
    clock.now = 30_000;
    expect(queue.receive(1)).toMatchObject([{ receiveCount: 2, firstReceivedAt: 0, lastReceivedAt: 30_000 }]);
  });

  test('hides a new message for its delay, or that of the queue', () => {
    const { queue, clock } = queues({ delay: 10 });
    send(queue, 'slow');
    send(queue, 'slower', { delaySeconds: 20 });
    send(queue, 'at once', { delaySeconds: 0 });
    expect(bodies(queue.receive(10))).toEqual(['at once']);
    clock.now = 10_000;
    expect(bodies(queue.receive(10))).toEqual(['slow']);
    clock.now = 20_000;
    expect(bodies(queue.receive(10))).toEqual(['slower']);
  });

  test('forgets a deleted message', () => {
    const { queue, clock } = queues();
    send(queue, 'a');
    const [message] = queue.receive(1);
    queue.delete(message);
    clock.now = MINUTE;
    expect(queue.receive(1)).toEqual([]);
    expect(queue.messages).toEqual([]);
    expect(queue.availableAt).toBe(Infinity);
  });

  test('lets a message reappear at once, or later than it would have', () => {
    const { queue, clock } = queues({ visibilityTimeout: 30 });
    ['now', 'later'].forEach(body => send(queue, body));
    const [now, later] = queue.receive(2);
    queue.changeVisibility(now, 0);
    queue.changeVisibility(later, 50);
    expect(bodies(queue.receive(2))).toEqual(['now']);
    clock.now = 49_999;
    expect(bodies(queue.receive(2))).toEqual(['now']);
    clock.now = 50_000;
    expect(bodies(queue.receive(2))).toEqual(['later']);
  });

  test('drops a message at the end of the retention', () => {
    const { queue, clock } = queues({ retention: 60 });
    const { hop } = send(queue, 'a');
    clock.now = 59_999;
    expect(queue.messages).toHaveLength(1);
    clock.now = 60_000;
    expect(queue.receive(1)).toEqual([]);
    expect(queue.messages).toEqual([]);
    expect(hop).toMatchObject({ end: 'stored', keptUntil: 60_000 });
  });

  test('moves a message that was received too often to the dead-letter queue, with its age', () => {
    const { queue, dead, clock } = queues({ visibilityTimeout: 1, redrive: { to: 'dead', maxReceiveCount: 2 } }, { retention: 100 });
    send(queue, 'poison');
    for (clock.now = 0; clock.now < 2_000; clock.now += 1_000) {
      expect(bodies(queue.receive(1))).toEqual(['poison']);
    }
    expect(dead.messages).toEqual([]);
    expect(queue.receive(1)).toEqual([]);
    expect(dead.messages).toMatchObject([{ content: { body: 'poison' }, receiveCount: 0, movedFrom: 'queue', sentAt: 0, hop: { text: 'moved to queue `dead` after 2 receives' } }]);
    clock.now = 100_000;
    expect(dead.messages).toEqual([]);
  });

  test('keeps a message whose dead-letter queue does not exist or has another type', () => {
    for (const deadLetter of [undefined, { fifo: true }]) {
      const { queue, clock } = queues({ visibilityTimeout: 1, redrive: { to: 'dead', maxReceiveCount: 1 } }, deadLetter);
      send(queue, 'a');
      queue.receive(1);
      clock.now = 1_000;
      expect(bodies(queue.receive(1))).toEqual(['a']);
    }
  });
});

describe('a FIFO queue', () => {
  const fifo = { fifo: true, visibilityTimeout: 30 };

  test('blocks a group while one of its messages is in flight, and no other', () => {
    const { queue, clock } = queues(fifo);
    ['a1', 'b1', 'a2'].forEach(body => send(queue, body, { groupId: body[0], deduplicationId: body }));
    const [first] = queue.receive(1);
    expect(bodies([first])).toEqual(['a1']);
    expect(bodies(queue.receive(10))).toEqual(['b1']);
    queue.delete(first);
    expect(bodies(queue.receive(10))).toEqual(['a2']);
    clock.now = 30_000;
    expect(bodies(queue.receive(10))).toEqual(['b1', 'a2']);
  });

  test('drops the same message for five minutes, and answers with the first one', () => {
    const { queue, clock } = queues({ ...fifo, contentBasedDeduplication: true });
    const first = send(queue, 'a', { groupId: 'g' });
    clock.now = 5 * MINUTE - 1;
    expect(send(queue, 'a', { groupId: 'g' })).toBe(first);
    expect(queue.messages).toHaveLength(1);
    clock.now = 5 * MINUTE;
    expect(send(queue, 'a', { groupId: 'g' })).not.toBe(first);
    expect(queue.messages).toHaveLength(2);
  });

  test('tells messages apart by their deduplication id, whatever their body', () => {
    const { queue } = queues({ ...fifo, contentBasedDeduplication: true });
    send(queue, 'a', { groupId: 'g', deduplicationId: '1' });
    send(queue, 'a', { groupId: 'g', deduplicationId: '2' });
    send(queue, 'b', { groupId: 'g', deduplicationId: '2' });
    expect(queue.messages).toHaveLength(2);
  });

  test('keeps the order of each group, whatever consumers do', () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant('send' as const), group: fc.constantFrom('x', 'y') }),
      fc.record({ kind: fc.constant('receive' as const), most: fc.integer({ min: 1, max: 3 }), deletes: fc.boolean() }),
      fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 40 }) }),
    );
    fc.assert(fc.property(fc.array(action, { maxLength: 60 }), actions => {
      const { queue, clock } = queues(fifo);
      const sent = new Map<string, string[]>();
      const handled = new Map<string, string[]>();
      const note = (map: Map<string, string[]>, group: string, body: string) => map.set(group, [...map.get(group) ?? [], body]);
      let number = 0;
      for (const step of actions) {
        if (step.kind === 'send') {
          const body = String(number += 1);
          send(queue, body, { groupId: step.group, deduplicationId: body });
          note(sent, step.group, body);
        } else if (step.kind === 'wait') {
          clock.now += step.seconds * 1000;
        } else {
          for (const message of queue.receive(step.most)) {
            if (step.deletes) {
              queue.delete(message);
              note(handled, message.content.groupId!, message.content.body);
            }
          }
        }
      }
      clock.now += 30_000;
      for (let rest = queue.receive(10); rest.length > 0; rest = queue.receive(10)) {
        rest.forEach(message => {
          queue.delete(message);
          note(handled, message.content.groupId!, message.content.body);
        });
      }
      expect(handled).toEqual(sent);
    }));
  });
});
