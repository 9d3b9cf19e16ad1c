import { Arrivals } from '../../../lib/simulator/delivery/arrivals';
import type { SimulatedEvent } from '../../../lib/simulator/events/simulated-event';
import type { WasSent } from '../../../lib/simulator/events/step';
import { Random } from '../../../lib/simulator/random';
import type { SimulatedStore } from '../../../lib/simulator/state';

const STORE = { kind: 'queue' } as SimulatedStore;
const event = (number: number) => ({ number }) as SimulatedEvent;
const step = (at: number, role: WasSent['role'] = 'on-failure') => ({ role, at }) as WasSent;

test('tells what arrived, in order', () => {
  const arrivals = new Arrivals(STORE, new Random(1));
  const [one, other] = [event(1), event(2)];
  arrivals.add(one, step(10));
  arrivals.add(other, step(20));
  arrivals.add(one, step(30, 'dead-letter'));
  expect(arrivals.all.map(({ event: about, role, arrivedAt, destination }) => [about, role, arrivedAt, destination])).toEqual([
    [one, 'on-failure', 10, STORE], [other, 'on-failure', 20, STORE], [one, 'dead-letter', 30, STORE],
  ]);
});

test('makes each arrival once', () => {
  const arrivals = new Arrivals(STORE, new Random(1));
  arrivals.add(event(1), step(10));
  const [first] = arrivals.all;
  arrivals.add(event(2), step(20));
  expect(arrivals.all).toHaveLength(2);
  expect(arrivals.all[0]).toBe(first);
});
