import { isSwitchedOn } from './invocations';
import { RECORD_DETAIL_TYPES } from '../constraints/aws-lambda/destination';
import { arnOf, rendered, type Delivery, type EventPattern, type EventSource, type FunctionTarget, type Side, type Target, type Topology } from '../topology';

/** The side of the records that a detail type is about. */
export function sideOf(detailType: string | undefined): Side | undefined {
  return (['onFailure', 'onSuccess'] as const).find(side => RECORD_DETAIL_TYPES[side] === detailType);
}

/** What passes every invocation record on to functions, for certain: nothing filters, switches off, or leaves it out. */
export class Triggers {
  private readonly invocations = new Map<string, Delivery[]>();
  private readonly eventSources = new Map<string, EventSource[]>();

  constructor(topology: Topology) {
    for (const invocation of topology.invocations) {
      const { from, kind, origin, filtered } = invocation;
      const passesOn = ['sns-subscription', 's3-notification', 'event-rule', 'pipe'].includes(kind) && !filtered && isSwitchedOn(invocation);
      if (from && from.kind !== 'unknown' && passesOn && origin.condition === undefined) add(this.invocations, from, invocation);
    }
    for (const eventSource of topology.eventSources) {
      const { source, filtered, condition } = eventSource;
      if (source && source.kind !== 'unknown' && !filtered && isSwitchedOn(eventSource) && condition === undefined) add(this.eventSources, source, eventSource);
    }
  }

  /** The asynchronous invocations that a record of a function causes by arriving somewhere. */
  invocationsBy(target: Target, side: Side, source: FunctionTarget): readonly Delivery[] {
    return (this.invocations.get(placeKey(target)) ?? []).filter(({ kind, eventPattern }) =>
      kind !== 'event-rule' || (eventPattern !== undefined && matches(eventPattern, side, source)));
  }

  /** What reads the queue. */
  readersOf(target: Target): readonly EventSource[] {
    return this.eventSources.get(placeKey(target)) ?? [];
  }
}

function matches(pattern: NonNullable<Delivery['eventPattern']>, side: Side, source: FunctionTarget): boolean {
  const { source: sources, detailType, resources, more } = 'reason' in pattern ? NOTHING : pattern;
  const lists = (texts: EventPattern['source'], value: string) => texts === undefined || texts.some(text => text.kind !== 'unknown' && rendered(text) === value);
  return !more
    && lists(sources, 'lambda')
    && lists(detailType, RECORD_DETAIL_TYPES[side])
    && lists(resources, rendered(arnOf({ ...source, qualified: true })));
}

/** Of a pattern that is unknown, it is not certain that it matches anything. */
const NOTHING: EventPattern = { more: true };

/** One text for all spellings of what the app declares, e.g. by reference or by its name. */
export function placeKey(target: Target): string {
  return target.resource ?? rendered(arnOf(target));
}

function add<T>(lists: Map<string, T[]>, target: Target, item: T): void {
  const key = placeKey(target);
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  list.push(item);
}
