import type { AppFunction } from './app';
import { pathOf, type Target, type Topology, type Unknown } from '../../../topology';

/** The types of alarms. */
const ALARMS = new Set(['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm']);

/** An alarm that watches something on the way of a function's events. */
export interface Watch {
  readonly alarm: string;

  /** What it watches. */
  readonly of: string;
}

/** The alarms of the app that refer to a function or to one of its destinations, other than to notify it. */
export function watchesOf(topology: Topology, { qualified: { target, onSuccess, onFailure, deadLetterQueue } }: AppFunction): Watch[] {
  const watched = [target, onSuccess, onFailure, deadLetterQueue].map(resourceOf).filter(key => key !== undefined);
  const notified = new Set([...topology.invocations, ...topology.deliveries]
    .filter(({ kind }) => kind === 'alarm').map(({ origin, to }) => `${origin.key}\n${resourceOf(to)}`));
  return [...topology.resources.values()].filter(({ type }) => ALARMS.has(type)).flatMap(({ key: alarm, refersTo }) =>
    [...new Set(watched)].filter(key => refersTo.includes(key) && !notified.has(`${alarm}\n${key}`))
      .map(key => ({ alarm: pathOf(topology, alarm), of: pathOf(topology, key) })));
}

function resourceOf(target: Target | Unknown | undefined): string | undefined {
  return target && target.kind !== 'unknown' ? target.resource : undefined;
}
