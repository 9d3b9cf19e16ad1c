import { matches, type BusEvent } from './bus-events';
import { isSwitchedOn } from './invocations';
import type { Delivery, EventSource, FunctionTarget, Origin, Side, Target, Topology } from '../topology';
import { arnOf, rendered } from '../topology';

/** The kinds of senders that pass on whatever arrives at them. */
const PASSING: ReadonlyArray<Delivery['kind']> = ['sns-subscription', 's3-notification', 'event-rule', 'pipe'];

/** A way of a record from the place where it arrives to a function, over one sender or several. */
export interface Way<T = Delivery | EventSource> {
  /** The senders, in the order in which they pass the record on. */
  readonly over: readonly Origin[];

  /** The last of them, which runs the function. */
  readonly last: T;
}

/** The place at which a record has arrived; on a bus, with the event that tells of it. */
interface Arrival {
  readonly at: Target;
  readonly event?: BusEvent;
  readonly over: readonly Origin[];
}

/** The triggers that certainly pass every invocation record to a function: enabled, without filter and condition. */
export class Triggers {
  private readonly senders = new Map<string, Delivery[]>();
  private readonly eventSources = new Map<string, EventSource[]>();

  constructor(private readonly topology: Topology) {
    for (const delivery of [...topology.invocations, ...topology.deliveries]) {
      const { from, to, kind, origin, filtered } = delivery;
      const passesOn = PASSING.includes(kind) && !filtered && isSwitchedOn(delivery) && to.kind !== 'unknown';
      if (from && from.kind !== 'unknown' && passesOn && origin.condition === undefined) {
        add(this.senders, from, delivery);
      }
    }
    for (const eventSource of topology.eventSources) {
      const { source, filtered, condition } = eventSource;
      if (source && source.kind !== 'unknown' && !filtered && isSwitchedOn(eventSource) && condition === undefined) {
        add(this.eventSources, source, eventSource);
      }
    }
  }

  /** The asynchronous invocations that a record of a function causes when it arrives at a target, the nearest first. */
  invocationsBy(target: Target, side: Side, source: FunctionTarget): ReadonlyArray<Way<Delivery>> {
    return !this.passesOn(target) ? [] : this.arrivals(target, side, source).flatMap(arrival => this.sendersFrom(arrival)
      .filter(({ to }) => to.kind === 'function')
      .map(last => ({ over: [...arrival.over, last.origin], last })));
  }

  /** The pollers that read a record of a function when it arrives at a target, the nearest first. */
  readersOf(target: Target, side: Side, source: FunctionTarget): ReadonlyArray<Way<EventSource>> {
    return !this.leadAway(target) ? [] : this.arrivals(target, side, source).flatMap(({ at, over }) =>
      (this.eventSources.get(placeKey(at)) ?? []).map(last => ({ over: [...over, last], last })));
  }

  /** Whether any trigger passes on or reads what arrives at a target. */
  leadAway(target: Target): boolean {
    return this.passesOn(target) || this.eventSources.has(placeKey(target));
  }

  /** Whether anything at all leaves a target. Most destinations only keep records. */
  private passesOn(target: Target): boolean {
    return this.senders.has(placeKey(target));
  }

  /** Every place to which a record certainly gets, breadth first. */
  private arrivals(target: Target, side: Side, source: FunctionTarget): readonly Arrival[] {
    const arrivals: Arrival[] = [{ at: target, event: target.kind === 'bus' ? { side, source } : undefined, over: [] }];
    const seen = new Set([placeKey(target)]);
    for (const arrival of arrivals) {
      for (const { origin, kind, to } of this.sendersFrom(arrival)) {
        if (to.kind === 'unknown' || to.kind === 'function' || seen.has(placeKey(to)) || (to.kind === 'bus' && kind === 'pipe')) {
          continue;
        }
        seen.add(placeKey(to));
        const event = arrival.at.kind === 'bucket' ? { bucket: arrival.at } : arrival.event;
        arrivals.push({ at: to, event: to.kind === 'bus' ? event : undefined, over: [...arrival.over, origin] });
      }
    }
    return arrivals;
  }

  private sendersFrom({ at, event }: Arrival): readonly Delivery[] {
    return (this.senders.get(placeKey(at)) ?? []).filter(({ kind, eventPattern }) =>
      kind !== 'event-rule' || (event !== undefined && eventPattern !== undefined && matches(this.topology, eventPattern, event)));
  }
}

/** A key for all spellings of a resource of the app, e.g. a reference or its name. */
export function placeKey(target: Target): string {
  return target.resource ?? rendered(arnOf(target));
}

function add<T>(lists: Map<string, T[]>, target: Target, item: T): void {
  const key = placeKey(target);
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  list.push(item);
}
