import { backOff, BUDGETS, LONGEST_DELAY } from './back-off';
import { classify, facts } from './classify';
import type { ErrorClass } from './error-class';
import { retryAfter } from './retry-after';
import type { Deployment } from '../resource';

/** One call, and how to repeat it. */
export interface Call {
  /** What is called, for the log and for errors, e.g. `PutFunctionEventInvokeConfig`. */
  readonly name: string;

  /** Whether it may be sent again when nobody knows what became of it. */
  readonly repeatable: boolean;

  /**
   * Budgets in milliseconds that differ from the usual ones.
   *
   * @default BUDGETS
   */
  readonly budgets?: Readonly<Partial<Record<ErrorClass, number>>>;

  /**
   * A number from 0 to below 1.
   *
   * @default Math.random
   */
  readonly random?: () => number;
}

/** Thrown when an error that might have passed did not pass in time. The error itself is the `cause`. */
export class Impatience extends Error {
  constructor(call: string, failures: number, milliseconds: number, cause: unknown) {
    const { name = 'Error', message = String(cause) } = facts(cause);
    super(`${call} failed ${failures} times within ${Math.round(milliseconds / 1000)} s, at last with ${name}: ${message}`, { cause });
    this.name = 'Impatience';
  }
}

/**
 * Calls a service until it answers, or an error says that it never will.
 *
 * @throws the error itself when another attempt makes no sense; Impatience when the budget of its class, or the time of the deployment, is used up
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
 * A service that asks for more time than there is gets the longest delay of ours: it may come back earlier than it says.
 */
function delayOf(asked: number, own: number, left: number): number {
  return asked < left ? Math.max(asked, Math.min(own, left)) : Math.min(LONGEST_DELAY, left);
}

function budgetOf({ repeatable, budgets }: Call, errorClass: ErrorClass): number {
  return errorClass === 'no' || (errorClass === 'unanswered' && !repeatable) ? 0 : budgets?.[errorClass] ?? BUDGETS[errorClass];
}
