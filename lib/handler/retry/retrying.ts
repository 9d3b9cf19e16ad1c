import { backOff, BUDGETS, LONGEST_DELAY } from './back-off';
import { classify, facts } from './classify';
import type { ErrorClass } from './error-class';
import { retryAfter } from './retry-after';
import type { Deployment } from '../resource';

/** Call of a service, and how to repeat it. */
export interface Call {
/** Name for the log and for errors, e.g. `PutFunctionEventInvokeConfig`. */
  readonly name: string;

  /** Whether the call may be repeated if it is unknown whether it took effect. */
  readonly repeatable: boolean;

  /**
   * Budgets in milliseconds that differ from the default ones.
   *
   * @default BUDGETS
   */
  readonly budgets?: Readonly<Partial<Record<ErrorClass, number>>>;

  /**
   * Source of random numbers from 0 to below 1.
   *
   * @default Math.random
   */
  readonly random?: () => number;
}

/** Thrown when an error did not pass in time. That error is the `cause`. */
export class Impatience extends Error {
  constructor(call: string, failures: number, milliseconds: number, cause: unknown) {
    const { name = 'Error', message = String(cause) } = facts(cause);
    super(`${call} failed ${failures} times within ${Math.round(milliseconds / 1000)} s, at last with ${name}: ${message}`, { cause });
    this.name = 'Impatience';
  }
}

/**
 * Calls a service until it succeeds, or an error is permanent.
 *
 * @throws the error itself if it is permanent or the only one; Impatience if its budget, or the time of the run, is used up
 */
export async function retrying<T>(call: Call, send: () => Promise<T>, deployment: Pick<Deployment, 'clock' | 'log' | 'remaining'>): Promise<T> {
  const { clock, log } = deployment;
  const { random = Math.random } = call;
  const begun = clock.now();
  const firsts = new Map<ErrorClass, number>();
  for (let failures = 1; ; failures++) {
    try {
      return await send();
    } catch (error) {
      const errorClass = classify(error);
      const now = clock.now();
      firsts.set(errorClass, firsts.get(errorClass) ?? now);
      const budget = budgetOf(call, errorClass);
      if (budget === 0) {
        throw error;
      }
      const left = budget - (now - firsts.get(errorClass)!);
      const delay = delayOf(retryAfter(facts(error), now) ?? 0, backOff(failures, random()), Math.min(left, deployment.remaining()));
      if (left <= 0 || delay >= deployment.remaining()) {
        throw failures === 1 ? error : new Impatience(call.name, failures, now - begun, error);
      }
      log('retry', { call: call.name, error: facts(error).name, class: errorClass, failures, milliseconds: Math.round(delay) });
      await clock.sleep(delay);
    }
  }
}

/**
 * Delay before the next attempt, never shorter than the back-off.
 *
 * If a service asks for more time than is left, the delay is the longest one of ours: the service may recover earlier.
 */
function delayOf(asked: number, own: number, left: number): number {
  return asked < left ? Math.max(asked, Math.min(own, left)) : Math.min(LONGEST_DELAY, left);
}

function budgetOf({ repeatable, budgets }: Call, errorClass: ErrorClass): number {
  return errorClass === 'no' || (errorClass === 'unanswered' && !repeatable) ? 0 : budgets?.[errorClass] ?? BUDGETS[errorClass];
}
