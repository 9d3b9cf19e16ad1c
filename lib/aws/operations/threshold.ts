import { Token, Tokenization } from 'aws-cdk-lib';
import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { RETRY_DELAYS, retriesWithin } from '../../constraints/aws-lambda/event-queue';

/** A threshold that is known, or a condition about `value` for metric math, if CloudFormation alone knows the numbers. */
export type Threshold = number | { readonly condition: string };

/** A lower bound: `offset + factor * value`, where only the value may be a token. */
export interface Bound {
  readonly factor: number;
  readonly value: number;
  readonly offset?: number;
}

/** The threshold at which all bounds are reached. */
export function reaching(bounds: readonly Bound[]): Threshold {
  const tokens = bounds.filter(({ value }) => Token.isUnresolved(value));
  const known = bounds.filter(bound => !tokens.includes(bound)).map(({ factor, value, offset = 0 }) => Math.round(offset + factor * value));
  if (tokens.length === 0) {
    return Math.max(...known);
  }
  const conditions = tokens.map(({ factor, value, offset = 0 }) => `${offset === 0 ? '' : `${offset} + `}${factor} * ${Tokenization.stringifyNumber(value)}`);
  return { condition: [...known.length > 0 ? [Math.max(...known)] : [], ...conditions].map(bound => `(value >= ${bound})`).join(' AND ') };
}

/** The limits that a config sets to events, which may be tokens. Age in seconds. */
export interface EventLimits {
  readonly maxEventAge: number;
  readonly retryAttempts: number;
}

/**
 * The age of events, in milliseconds, that a backlog explains, but retries do not.
 *
 * Events of several configs may mix in one metric, so each of them must reach its own.
 *
 * @param share the part of the maximum age
 * @param timeout of the function, in seconds; may be a token
 * @returns `undefined` if no event lives that long
 */
export function backlogThreshold(share: number, limits: readonly EventLimits[], timeout: number): Threshold | undefined {
  const threshold = reaching(limits.flatMap(({ maxEventAge, retryAttempts }) => {
    const retries = possibleRetries(maxEventAge, retryAttempts);
    const waits = RETRY_DELAYS.slice(0, retries).reduce((sum, delay) => sum + delay, 0);
    // The last attempt begins after all others. One more timeout leaves room for delays.
    const attempts = { factor: (retries + 1) * MILLISECONDS, value: timeout, offset: waits * MILLISECONDS };
    return [{ factor: share * MILLISECONDS, value: maxEventAge }, ...retries === 0 ? [] : [attempts]];
  }));
  const longest = Math.max(...limits.map(({ maxEventAge }) => Token.isUnresolved(maxEventAge) ? MAX_EVENT_AGE.max : maxEventAge));
  return typeof threshold === 'number' && threshold >= longest * MILLISECONDS ? undefined : threshold;
}

/** The most retries that may take place: a token may be the largest number. */
function possibleRetries(maxEventAge: number, retryAttempts: number): number {
  const retries = Token.isUnresolved(retryAttempts) ? RETRY_ATTEMPTS.max : retryAttempts;
  return Token.isUnresolved(maxEventAge) ? retries : retriesWithin(maxEventAge, retries);
}

const MILLISECONDS = 1000;
