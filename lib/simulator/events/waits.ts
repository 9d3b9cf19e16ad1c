import type { SimulatedEvent } from './simulated-event';
import { MAX_EVENT_AGE } from '../../constraints/aws-lambda/event-invoke-config';
import { RETRY_DELAYS, THROTTLE_BACK_OFF } from '../../constraints/aws-lambda/event-queue';

/** The wait after an attempt that failed, in milliseconds. */
export function retryDelay({ attempts }: SimulatedEvent): number {
  return RETRY_DELAYS[attempts - 1] * 1000;
}

/** The wait after a throttle or system error, in milliseconds. */
export function backOffDelay({ backOffs }: SimulatedEvent): number {
  return Math.min(THROTTLE_BACK_OFF.first * 2 ** (backOffs - 1), THROTTLE_BACK_OFF.longest) * 1000;
}

/** The time at which an event is too old, in milliseconds since 1970. */
export function endOfAge({ acceptedAt, config }: SimulatedEvent): number {
  return acceptedAt + (config?.maxEventAge ?? MAX_EVENT_AGE.default!) * 1000;
}

/** The time at which the next thing happens to an event that has not ended, in milliseconds since 1970. An event holds no number for it, because few are asked. */
export function dueAt(event: SimulatedEvent): number {
  const { lastStep, run } = event;
  if (event.phase === 'end-of-run') {
    return run!.endsAt;
  }
  if (event.phase === 'end-of-age') {
    return endOfAge(event);
  }
  if (lastStep === undefined) {
    return event.acceptedAt;
  }
  const { at, kind } = lastStep;
  return at + (kind === 'throttled' || kind === 'system-error' ? backOffDelay(event) : retryDelay(event));
}
