import { shown, type Named } from '../../handles';

/** Where a step of a flow happens: a bus, topic, queue, bucket, schedule, rule or function. */
export interface Station extends Named {
  /** The word for it in stories, e.g. "queue". */
  readonly kind: string;
}

/** A station in a story, e.g. "queue `Failed`". */
export function spoken(station: Station): string {
  return `${station.kind} \`${shown(station)}\``;
}
