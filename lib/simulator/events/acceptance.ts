import { SharedOrigins } from './origin';
import { isStopped } from './recursion';
import type { Runner } from './runner';
import { SimulatedEvent } from './simulated-event';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { EVENT_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import { byteLength } from '../../doors/byte-length';
import { causeOf, type Lineage } from '../lineage';
import { tooLargeForEvent } from '../service/too-large';
import type { Cause } from '../sources/flow/cause';
import { checkEnds } from '../sources/flow/endless-flow';
import { NotKnownError, ServiceError } from '../state';

/** An event that a caller sends. */
interface Offered {
  readonly qualifier?: string;

  /** The event, as JSON text. */
  readonly payload?: string;

  /** The largest payload, in bytes. */
  readonly payloadLimit?: number;
  readonly tenantId?: string;

  /** The step of a flow that sends it; by default, that of the parent. */
  readonly cause?: Cause;
}

/** The event of a function whose caller sent nothing, as recorded. */
const NO_PAYLOAD = '{}';

/** Accepts events. */
export class Acceptance {
  private readonly origins = new SharedOrigins();

  /**
   * Accepts an event.
   *
   * @throws ServiceError if the payload is too large, or in an outage
   * @throws NotKnownError for durable functions
   */
  accept(number: number, runner: Runner, offered: Offered, now: number, parent?: Lineage): SimulatedEvent {
    const { qualifier, payload = NO_PAYLOAD, payloadLimit = EVENT_PAYLOAD.max, tenantId, cause = causeOf(parent) } = offered;
    const { function: fn, metrics } = runner;
    if (fn.durable) {
      throw new NotKnownError('how retries and age act on the events of a durable function', 'Invoke a function that is not durable.');
    }
    if (runner.refusesEvents) {
      throw new ServiceError('ServiceException', 500, 'An internal error occurred.');
    }
    checkSize(payload, payloadLimit);
    const origin = this.origins.of(fn, now, qualifier, tenantId, parent, cause);
    const event = new SimulatedEvent(number, runner, fn.configs.get(qualifier ?? LATEST), payload, origin);
    // Both throw for a chain that does not end.
    isStopped(event);
    checkEnds(cause);
    metrics.AsyncEventsReceived += 1;
    runner.watched?.('AsyncEventsReceived', 1, qualifier);
    return event;
  }

  /** Forgets the events of the past. */
  clear(): void {
    this.origins.clear();
  }
}

function checkSize(payload: string, limit: number): void {
  // A character has at most three bytes for each unit of its length.
  if (payload.length * 3 > limit) {
    const size = byteLength(payload);
    if (size > limit) {
      throw tooLargeForEvent(size, limit);
    }
  }
}
