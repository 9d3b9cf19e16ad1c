import type { AppFunction } from './app';
import { functionName } from '../../../explanation/names';
import { pathOf, rendered, type Target, type Topology, type Unknown } from '../../../topology';

/** An alarm that watches something on the way of a function's events. */
export interface Watch {
  readonly alarm: string;
  readonly metric: string;

  /** The function or destination that the metric is of. */
  readonly of: string;
}

/** The alarms of the app with a metric of a function, or of one of its destinations. */
export function watchesOf(topology: Topology, { qualified }: AppFunction): Watch[] {
  const { target, onSuccess, onFailure, deadLetterQueue } = qualified;
  const stores = new Set([onSuccess, onFailure, deadLetterQueue].map(resourceOf).filter(key => key !== undefined));
  return [...topology.alarms.values()].flatMap(alarm => alarm.kind === 'composite' ? [] : alarm.metrics.flatMap(metric => {
    const named = { alarm: pathOf(topology, alarm.key), metric: rendered(metric.metricName) };
    if (metric.function?.kind === 'function' && metric.function.functionKey === target.functionKey) {
      return [{ ...named, of: functionName(topology, qualified) }];
    }
    return metric.resource !== undefined && stores.has(metric.resource) ? [{ ...named, of: pathOf(topology, metric.resource) }] : [];
  }));
}

function resourceOf(target: Target | Unknown | undefined): string | undefined {
  return target && target.kind !== 'unknown' ? target.resource : undefined;
}
