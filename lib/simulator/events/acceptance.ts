import { isStopped } from './recursion';
import type { Runner } from './runner';
import { SimulatedEvent } from './simulated-event';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { EVENT_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import { byteLength } from '../../doors/byte-length';
import type { Lineage } from '../lineage';
import { tooLargeForEvent } from '../service/too-large';
import { NotKnownError } from '../state';

/** An event that a caller sends. */
interface Offered {
  readonly qualifier?: string;

  /** The event, as JSON text. */
  readonly payload?: string;

  /** The largest payload, in bytes. */
  readonly payloadLimit?: number;
  readonly tenantId?: string;
}

/** The event of a function whose caller sent nothing, as recorded. */
const NO_PAYLOAD = '{}';

/**
 * Accepts an event.
 *
 * @throws ServiceError if the payload is too large
 * @throws NotKnownError for durable functions
 */
export function accepted(number: number, runner: Runner, offered: Offered, now: number, parent?: Lineage): SimulatedEvent {
  const { qualifier, payload = NO_PAYLOAD, payloadLimit = EVENT_PAYLOAD.max, tenantId } = offered;
  const { function: fn, metrics } = runner;
  if (fn.settings.durable) {
    throw new NotKnownError('how retries and age act on the events of a durable function', 'Invoke a function that is not durable.');
  }
  // A character has at most three bytes for each unit of its length.
  if (payload.length * 3 > payloadLimit) {
    const size = byteLength(payload);
    if (size > payloadLimit) {
      throw tooLargeForEvent(size, payloadLimit);
    }
  }
  const event = new SimulatedEvent(number, runner, qualifier, fn.configs.get(qualifier ?? LATEST), payload, now, parent, tenantId);
  // Throws for a chain that does not end.
  isStopped(event);
  metrics.AsyncEventsReceived += 1;
  return event;
}
