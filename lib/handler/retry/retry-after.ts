import type { ServiceError } from './classify';

const SECONDS = /^\d+$/;

/**
 * Time in milliseconds that the service asks to wait, by its Retry-After header.
 *
 * @returns nothing without a valid header
 */
export function retryAfter(error: Pick<ServiceError, '$response'>, now: number): number | undefined {
  const text = error.$response?.headers?.['retry-after'];
  if (text === undefined) {
    return undefined;
  }
  const until = SECONDS.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}
