import type { ServiceError } from './classify';

const SECONDS = /^\d+$/;

/**
 * How long the service wants to be left alone, in milliseconds.
 *
 * @returns nothing when it does not say
 */
export function retryAfter(error: Pick<ServiceError, '$response'>, now: number): number | undefined {
  const text = error.$response?.headers?.['retry-after'];
  if (text === undefined) {
    return undefined;
  }
  const until = SECONDS.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}
