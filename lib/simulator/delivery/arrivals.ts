import { Arrival } from './arrival';
import type { SimulatedEvent } from '../events/simulated-event';
import type { WasSent } from '../events/step';
import type { Random } from '../random';

/** Everything that arrived at one destination. An arrival becomes an object when it is read: an unread one takes 16 bytes instead of 104. */
export class Arrivals {
  private events: SimulatedEvent[] = [];
  private steps: WasSent[] = [];
  private made: Arrival[] = [];

  constructor(readonly destination: Arrival['destination'], private readonly random: Random) {}

  add(event: SimulatedEvent, step: WasSent): void {
    this.events.push(event);
    this.steps.push(step);
  }

  /** In the order in which they arrived. */
  get all(): readonly Arrival[] {
    const { events, steps, made, destination, random } = this;
    for (let index = made.length; index < events.length; index += 1) {
      const { role, at, note } = steps[index];
      made.push(new Arrival(events[index], role, at, destination, random, note === undefined));
    }
    return made;
  }

  clear(): void {
    this.events = [];
    this.steps = [];
    this.made = [];
  }
}
