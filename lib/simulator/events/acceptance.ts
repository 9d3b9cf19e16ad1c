import { EndlessChainError } from './endless-chain-error';
import type { Runner } from './runner';
import { SimulatedEvent } from './simulated-event';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { EVENT_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import { tooLargeForEvent } from '../service/payload';
import { NotKnownError } from '../state';

/** An event as it is handed over. */
interface Offered {
  readonly qualifier?: string;

  /** JSON text. */
  readonly payload?: string;

  /** In bytes. */
  readonly payloadLimit?: number;
  readonly tenantId?: string;
}

/** Lambda was recorded to pass an empty object where nothing was sent. */
const NO_PAYLOAD = '{}';

/** A chain of functions that may invoke themselves for ever has to end somewhere. */
const ENDLESS = 200;

/**
 * An event that Lambda takes.
 *
 * @throws ServiceError when it does not
 * @throws NotKnownError for durable functions
 */
export function accepted(number: number, runner: Runner, offered: Offered, now: number, parent?: SimulatedEvent): SimulatedEvent {
  const { qualifier, payload = NO_PAYLOAD, payloadLimit = EVENT_PAYLOAD.max, tenantId } = offered;
  const { function: fn, metrics } = runner;
  if (fn.settings.durable) {
    throw new NotKnownError('how retries and age act on the events of a durable function', 'Invoke a function that is not durable.');
  }
  // No character has more than three bytes for each unit of its length.
  if (payload.length * 3 > payloadLimit) {
    const size = Buffer.byteLength(payload);
    if (size > payloadLimit) throw tooLargeForEvent(size, payloadLimit);
  }
  const event = new SimulatedEvent(number, runner, qualifier, fn.configs.get(qualifier ?? LATEST), payload, now, parent, tenantId);
  if (event.generation > ENDLESS) {
    throw new EndlessChainError(fn.settings.logicalId, ENDLESS);
  }
  metrics.AsyncEventsReceived += 1;
  return event;
}
