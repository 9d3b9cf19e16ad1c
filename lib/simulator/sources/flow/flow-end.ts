import type { Cause } from './cause';
import { Hop, type EndKind } from './hop';
import { spoken, type Station } from './station';
import { SimulatedEvent } from '../../events/simulated-event';
import { DELIVERED, type EventStep } from '../../events/step';

/** Where something ends on the way of an event, and what has become of it there. */
export interface FlowEnd {
  /**
   * - `handled`: a function has done its work, and sent nothing on
   * - `stored`: it lies in a queue, topic, bus or bucket
   * - `ignored`: no rule, subscription or filter wanted it
   * - `outside`: it went to something that is not played, e.g. a state machine
   * - `lost`: it is gone, and nothing has kept it
   */
  readonly kind: EndKind;

  /** E.g. "queue `Failed`". */
  readonly at: string;

  /** The time, on the simulator's clock. */
  readonly time: Date;

  /** What happened there. */
  readonly text: string;

  /** The station, as handles name it. */
  readonly station: Station;
}

/** Finds the station of an ARN. */
export type StationOf = (arn: string) => Station;

/** The ends that one step of a flow has by itself. */
export function endsOf(step: Cause, now: number, stationOf: StationOf): FlowEnd[] {
  return step instanceof Hop ? endOfHop(step, now) : step instanceof SimulatedEvent ? endsOfEvent(step, stationOf) : [];
}

function endOfHop({ end, keptUntil, station, text, at }: Hop, now: number): FlowEnd[] {
  if (end === undefined) {
    return [];
  }
  return keptUntil <= now
    ? [ending('lost', station, keptUntil, `expired in ${spoken(station)} at the end of its retention`)]
    : [ending(end, station, at, text)];
}

function endsOfEvent(event: SimulatedEvent, stationOf: StationOf): FlowEnd[] {
  if (!event.hasEnded) {
    return [];
  }
  const deliveries = event.steps().filter(step => step.kind === 'sent' || step.kind === 'not-sent');
  const own = deliveries.flatMap(step => endOfDelivery(event, step, stationOf));
  const { station } = event;
  if (event.hasSucceeded) {
    const isSilent = deliveries.every(({ kind }) => kind === 'not-sent') && event.next === undefined;
    return isSilent ? [ending('handled', station, event.lastTry!.at, `handled by ${spoken(station)}`), ...own] : own;
  }
  const isLost = deliveries.length === 0;
  return isLost ? [ending('lost', station, event.lastStep!.at, `given up by ${spoken(station)}, with neither record nor dead letter`)] : own;
}

function endOfDelivery(event: SimulatedEvent, step: EventStep, stationOf: StationOf): FlowEnd[] {
  if (step.kind === 'not-sent') {
    return [ending('lost', event.station, step.at, `${DELIVERED[step.role]} lost, ${step.to}: ${step.reason}`)];
  }
  // What goes on from there is a step of its own.
  if (step.kind !== 'sent' || event.next?.some(({ station }) => station.arn === step.arn)) {
    return [];
  }
  return [ending('stored', stationOf(step.arn), step.at, `${DELIVERED[step.role]} in ${step.to}`)];
}

function ending(kind: EndKind, station: Station, time: number, text: string): FlowEnd {
  const { kind: word, name, arn, key, logicalId, path } = station;
  return { kind, at: spoken(station), time: new Date(time), text, station: { kind: word, name, arn, key, logicalId, path } };
}
