import { recordText } from './record-text';
import { BUS_EVENT, QUEUE_MESSAGE, TOPIC_MESSAGE } from '../../constraints/aws-lambda/destination';
import { EVENT_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import type { SimulatedEvent } from '../events/simulated-event';
import type { DeliveryRole } from '../events/step';
import type { Random } from '../random';
import type { SimulatedStore } from '../state';

const LARGEST: Readonly<Record<SimulatedStore['kind'], number>> = {
  queue: QUEUE_MESSAGE.max,
  topic: TOPIC_MESSAGE.max,
  bus: BUS_EVENT.max,
  function: EVENT_PAYLOAD.max,
  bucket: Infinity,
};

/** What a record has around its payloads, and an error around its message, at the most. */
const ENVELOPE = 16_384;

/** A character is at most six bytes of JSON, and a message stands in the trace, too. */
const PER_CHARACTER = 12;

/** The size of what would be delivered, when that is too large for its place, in bytes. */
export function excess(
  event: SimulatedEvent, role: DeliveryRole, place: Pick<SimulatedStore, 'kind' | 'maximumMessageSize'>, now: number, random: Random,
): { readonly size: number; readonly limit: number } | undefined {
  const limit = place.maximumMessageSize ?? LARGEST[place.kind];
  // Nearly all records are small: only one that may be too large is made to be weighed.
  if (event.isRecursive || longest(event) <= limit) return undefined;
  const size = Buffer.byteLength(role === 'dead-letter' ? event.payload : recordText(event, now, random));
  return size > limit ? { size, limit } : undefined;
}

function longest(event: SimulatedEvent): number {
  const { result } = event;
  const response = result?.kind === 'succeeded' ? result.payload : result?.kind === 'failed' ? result.error.errorMessage : '';
  return (event.payload.length + response.length) * PER_CHARACTER + ENVELOPE;
}
