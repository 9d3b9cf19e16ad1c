import type { DeadLetter } from './dead-letter';
import { isSuccess } from './outcome';
import { CONDITION, type InvocationRecord } from '../contract/invocation-record';

/** Advice on whether to send an event again. */
export interface RetryAdvice {
  /**
   * `now`: the cause is temporary; `after-repair`: the event fails again until you change something; `never`: the function
   * succeeded; `unknown`: the condition of the record is unknown.
   */
  readonly retry: 'now' | 'after-repair' | 'never' | 'unknown';

  /** The reason for the advice, as a clause. */
  readonly why: string;
}

/** Advises whether to send the event of a record or dead letter again. */
export function retryAdvice(ended: InvocationRecord | DeadLetter): RetryAdvice {
  return 'requestContext' in ended ? forRecord(ended) : forDeadLetter(ended);
}

function forRecord(record: InvocationRecord): RetryAdvice {
  const { condition, approximateInvokeCount } = record.requestContext;
  if (isSuccess(record)) {
    return { retry: 'never', why: 'the function succeeded' };
  }
  if (condition === CONDITION.zeroReservedConcurrency) {
    return ZERO_RESERVED_CONCURRENCY;
  }
  const advice = forStatus(record.responseContext?.statusCode);
  if (advice) {
    return advice;
  }
  if (condition === CONDITION.eventAgeExceeded) {
    return approximateInvokeCount === 0
      ? { retry: 'now', why: 'the event became too old before the function ran' }
      : { retry: 'now', why: 'the event became too old before all retries were made: if you still want it, another attempt may succeed' };
  }
  return condition === CONDITION.retriesExhausted ? FUNCTION_ERROR : { retry: 'unknown', why: 'the condition is unknown' };
}

/** A dead letter has no code if the function has a reserved concurrency of 0. */
function forDeadLetter({ errorCode }: DeadLetter): RetryAdvice {
  return errorCode === undefined ? ZERO_RESERVED_CONCURRENCY : forStatus(errorCode) ?? FUNCTION_ERROR;
}

function forStatus(status: number | undefined): RetryAdvice | undefined {
  if (status === 404) {
    return { retry: 'after-repair', why: 'the function, alias or version was gone' };
  }
  if (status === 429) {
    return { retry: 'now', why: 'the function was throttled' };
  }
  return status !== undefined && status >= 500 ? { retry: 'now', why: 'Lambda itself failed' } : undefined;
}

const ZERO_RESERVED_CONCURRENCY: RetryAdvice = { retry: 'after-repair', why: 'the function has a reserved concurrency of 0' };

const FUNCTION_ERROR: RetryAdvice = { retry: 'after-repair', why: 'the function failed at every attempt' };
