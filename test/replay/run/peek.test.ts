import { peek } from '../../../lib/replay/run/peek';
import { QueueIsFull, type Message, type Queue } from '../../../lib/replay/run/queue';
import { VirtualClock } from '../loopback/virtual-clock';

/** A queue with some messages, all of which are hidden once they were received. */
function queueOf(number: number, failAfter = Infinity, error: Error = new QueueIsFull('full')) {
  const given: [readonly string[], number][] = [];
  let received = 0;
  const queue: Queue = {
    receive: async most => {
      if (received >= failAfter) {
        throw error;
      }
      const count = Math.min(most, number - received);
      received += count;
      return Array.from({ length: count }, (_, index): Message => ({ handle: `${received - count + index}`, message: {} }));
    },
    remove: async () => {
      throw new Error('a peek deletes nothing');
    },
    hide: async (handles, seconds) => void given.push([handles, seconds]),
    attributes: async () => ({ hidden: 0 }),
  };
  return { queue, given };
}

const CLOCK = new VirtualClock();
const QUARTER = () => 900_000;

test('sees every message, and gives all back at once', async () => {
  const { queue, given } = queueOf(123);
  let seen = 0;

  expect(await peek(queue, CLOCK, QUARTER, async () => void (seen += 1))).toBe(true);
  expect({ seen, given: given.map(([handles, seconds]) => [new Set(handles).size, seconds]) }).toEqual({ seen: 123, given: [[123, 0]] });
});

test('is not complete beyond the limit', async () => {
  const { queue, given } = queueOf(500);

  expect(await peek(queue, CLOCK, QUARTER, async () => {}, 200)).toBe(false);
  expect(given[0][0].length).toBeGreaterThanOrEqual(200);
  expect(given[0][0].length).toBeLessThan(300);
});

test('is not complete if the queue hides no more messages', async () => {
  expect(await peek(queueOf(500, 100).queue, CLOCK, QUARTER, async () => {})).toBe(false);
});

test('is not complete if there is no time', async () => {
  expect(await peek(queueOf(500).queue, CLOCK, () => 90_000, async () => {})).toBe(false);
});

test('gives the messages back if something fails', async () => {
  const { queue, given } = queueOf(500, 100, new Error('the network is gone'));

  await expect(peek(queue, CLOCK, QUARTER, async () => {})).rejects.toThrow('the network is gone');
  expect(given[0][0].length).toBeGreaterThanOrEqual(100);
});
