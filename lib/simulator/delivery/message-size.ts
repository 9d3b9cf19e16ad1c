import { recordText } from './record-text';
import { BUS_EVENT, QUEUE_MESSAGE, TOPIC_MESSAGE } from '../../constraints/aws-lambda/destination';
import { EVENT_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import { byteLength } from '../../doors/byte-length';
import type { RunResult } from '../behaviour/run-result';
import { ThrownError } from '../behaviour/thrown';
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

/** Upper bound of the bytes that a record has besides its payloads, and an error besides its message. */
const ENVELOPE = 16_384;

/** Upper bound of the bytes for each character: six in JSON, twice, because an error message is repeated in its trace. */
const PER_CHARACTER = 12;

/** The size in bytes of a record or dead letter that is too large for its destination; undefined if it fits. */
export function excess(
  event: SimulatedEvent, role: DeliveryRole, place: Pick<SimulatedStore, 'kind' | 'maximumMessageSize'>, now: number, random: Random,
): { readonly size: number; readonly limit: number } | undefined {
  const limit = place.maximumMessageSize ?? LARGEST[place.kind];
  // Nearly all records are small. Only one that may be too large is written, to measure it.
  if (event.isRecursive || longest(event) <= limit) {
    return undefined;
  }
  const size = byteLength(role === 'dead-letter' ? event.payload : recordText(event, now, random));
  return size > limit ? { size, limit } : undefined;
}

function longest(event: SimulatedEvent): number {
  return (event.payload.length + lengthOfResponse(event.result)) * PER_CHARACTER + ENVELOPE;
}

function lengthOfResponse(result: RunResult | undefined): number {
  switch (result?.kind) {
    case 'succeeded': return result.payload.length;
    // The stack of an error that was thrown here is formatted only if the record is written.
    case 'failed': return result.error instanceof ThrownError ? result.error.errorMessage.length : result.length ?? JSON.stringify(result.error).length;
    default: return 0;
  }
}
