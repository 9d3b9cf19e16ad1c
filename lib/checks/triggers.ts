import { isSwitchedOn } from './invocations';
import { RECORD_DETAIL_TYPES } from '../constraints/aws-lambda/destination';
import { arnOf, rendered, type Delivery, type EventPattern, type EventSource, type FunctionTarget, type Side, type Target, type Topology } from '../topology';

/** The side of a config that a detail type belongs to. */
export function sideOf(detailType: string | undefined): Side | undefined {
  return (['onFailure', 'onSuccess'] as const).find(side => RECORD_DETAIL_TYPES[side] === detailType);
}

/** The triggers that certainly pass every invocation record to a function: enabled, without filter and condition. */
export class Triggers {
  private readonly invocations = new Map<string, Delivery[]>();
  private readonly eventSources = new Map<string, EventSource[]>();

  constructor(topology: Topology) {
    for (const invocation of topology.invocations) {
      const { from, kind, origin, filtered } = invocation;
      const passesOn = ['sns-subscription', 's3-notification', 'event-rule', 'pipe'].includes(kind) && !filtered && isSwitchedOn(invocation);
      if (from && from.kind !== 'unknown' && passesOn && origin.condition === undefined) {
        add(this.invocations, from, invocation);
      }
    }
    for (const eventSource of topology.eventSources) {
      const { source, filtered, condition } = eventSource;
      if (source && source.kind !== 'unknown' && !filtered && isSwitchedOn(eventSource) && condition === undefined) {
        add(this.eventSources, source, eventSource);
      }
    }
  }

  /** The asynchronous invocations that a record of a function causes when it arrives at a target. */
  invocationsBy(target: Target, side: Side, source: FunctionTarget): readonly Delivery[] {
    return (this.invocations.get(placeKey(target)) ?? []).filter(({ kind, eventPattern }) =>
      kind !== 'event-rule' || (eventPattern !== undefined && matches(eventPattern, side, source)));
  }

  /** The event source mappings that read a queue. */
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

/** An unknown pattern matches nothing for certain. */
const NOTHING: EventPattern = { more: true };

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
