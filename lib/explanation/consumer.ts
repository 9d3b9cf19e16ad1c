import { nameOf } from './names';
import { arnOf, known, pathOf, rendered, type Delivery, type DeliveryKind, type Target, type Topology, type Unknown } from '../topology';

/** Something that takes a record or dead letter from the place where Lambda has put it. */
export interface Consumer {
  /** The place. */
  readonly from: string;
  readonly kind: DeliveryKind | 'event-source-mapping';

  /** The construct that declares it. */
  readonly by: string;

  /** The function, queue or other resource that gets the record. */
  readonly to: string;
}

/** What takes records from these places; of rules, those whose pattern may match records of Lambda. */
export function consumersOf(topology: Topology, places: ReadonlyArray<Target | Unknown | undefined>): Consumer[] {
  const certain = places.filter((place): place is Target => place !== undefined && place.kind !== 'unknown' && place.kind !== 'function');
  const distinct = new Map(certain.map(place => [spelling(place), place]));
  return [...distinct.values()].flatMap(place => consumersAt(topology, place));
}

function consumersAt(topology: Topology, place: Target): Consumer[] {
  const from = nameOf(topology, place);
  const isPlace = (source: Target | Unknown | undefined) => source !== undefined && source.kind !== 'unknown' && spelling(source) === spelling(place);
  return [
    ...topology.eventSources.filter(({ source }) => isPlace(source))
      .map(({ key, function: fn }) => ({ from, kind: 'event-source-mapping', by: pathOf(topology, key), to: nameOf(topology, fn) } as const)),
    ...[...topology.invocations, ...topology.deliveries].filter(delivery => isPlace(delivery.from) && mayPassRecords(delivery))
      .map(({ kind, origin, to }) => ({ from, kind, by: pathOf(topology, origin.key), to: nameOf(topology, to) })),
  ];
}

/** One text for a resource of the app, however it is named. */
function spelling(target: Target): string {
  return target.resource ?? rendered(arnOf(target));
}

function mayPassRecords({ kind, eventPattern }: Delivery): boolean {
  if (kind !== 'event-rule' || eventPattern === undefined || 'reason' in eventPattern) {
    return kind !== 'event-rule';
  }
  return eventPattern.source === undefined || eventPattern.source.some(source => known(source) === undefined || known(source) === 'lambda');
}
