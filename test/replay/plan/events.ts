import { buildFailure, readRecords, recordText, type RecordParts } from '../../../lib/invocation-record';
import { failedEvent, isReadable, type FailedEvent, type PlaceOfEvent } from '../../../lib/replay/plan/failed-event';
import { plannedEvent, type PlannedEvent } from '../../../lib/replay/plan/planned-event';

export const NOW = Date.parse('2026-12-01T00:00:00.000Z');

/** A function with an alias. */
export const ORDERS = 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live';

/** The event of a record that Lambda would write. */
export function eventOf(parts: RecordParts = {}, place: PlaceOfEvent = {}): FailedEvent {
  const [reading] = readRecords(recordText(buildFailure({ ...parts, requestContext: { functionArn: ORDERS, ...parts.requestContext } })));
  const event = failedEvent(reading, place);
  if (!isReadable(event)) {
    throw new Error(event.unreadable);
  }
  return event;
}

/** An event of a plan with an id and a time. */
export function planned(id: string, timestamp = '2026-11-30T23:30:00.000Z', parts: RecordParts = {}): PlannedEvent {
  return plannedEvent(eventOf({ timestamp, ...parts, requestContext: { requestId: id, ...parts.requestContext } }), ORDERS, { source: 'queue' }, NOW);
}
