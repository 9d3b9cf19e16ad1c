import { inspect } from 'node:util';
import type { Behaviour, Run } from './behaviour';
import type { LambdaContext } from './lambda-context';
import type { RunResult } from './run-result';
import { UNWRITABLE_RESPONSE } from './runtime-messages';
import { thrown } from './thrown';
import { jsonOf } from '../json-text';
import { milliseconds, type TimeSpan } from '../time/span';

/** Stands in for the code of a function. */
export type Handler = (event: any, context: LambdaContext) => unknown;

/** What a function does in one run: a handler, or what `succeeds`, `fails`, `timesOut`, `isThrottled`, `hitsSystemError` and `takes` make. */
export type Step = Handler | Behaviour;

/**
 * The function returns.
 *
 * @param response what it returns: any JSON value, or a `JsonText`
 * @default null
 */
export function succeeds(response: unknown = null): Behaviour {
  return always({ kind: 'succeeded', payload: jsonOf(response) ?? 'null' });
}

/**
 * The function throws.
 *
 * @param error what it throws; a text is the message of an `Error`
 */
export function fails(error: string | Error = 'intentional failure'): Behaviour {
  const { name, message } = typeof error === 'string' ? { name: 'Error', message: error } : error;
  return always({ kind: 'failed', error: { errorType: name, errorMessage: message, trace: [] } });
}

/** The function runs until its timeout is over. */
export function timesOut(): Behaviour {
  return always({ kind: 'timed-out' });
}

/** Lambda has no room for the function: it does not run. */
export function isThrottled(): Behaviour {
  return always({ kind: 'throttled' });
}

/** Something fails within Lambda: the function does not run. */
export function hitsSystemError(): Behaviour {
  return always({ kind: 'system-error' });
}

/**
 * The same, only that it takes some time. Longer than the function's timeout, and it times out.
 *
 * @throws RangeError when it is no time
 */
export function takes(span: TimeSpan, step: Step = succeeds()): Behaviour {
  const inner = behaviourOf(step);
  const duration = milliseconds(span, 'takes');
  return { duration, run: run => inner.run(run), bind: (fn, programs) => takes(span, inner.bind?.(fn, programs) ?? inner) };
}

/**
 * A step as it is played.
 *
 * @throws TypeError when it is none
 */
export function behaviourOf(step: Step): Behaviour {
  if (MAKERS.includes(step)) throw new TypeError(`\`${(step as Handler).name}\` has to be called to make a step: \`${(step as Handler).name}(…)\``);
  if (typeof step === 'function') return { run: run => handled(step, run) };
  if (isBehaviour(step)) return step;
  throw new TypeError(`A step must be a handler, \`succeeds()\`, \`fails()\` or another of the simulator's steps, one argument for each run, got: ${inspect(step)}`);
}

const MAKERS: readonly unknown[] = [succeeds, fails, timesOut, isThrottled, hitsSystemError, takes];

function isBehaviour(value: unknown): value is Behaviour {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Behaviour>).run === 'function';
}

function always(result: RunResult): Behaviour {
  return { run: () => result };
}

function handled(handler: Handler, run: Run): RunResult | Promise<RunResult> {
  let response: unknown;
  try {
    response = handler(JSON.parse(run.payload), run.context);
  } catch (error) {
    return thrown(error);
  }
  return isPromise(response) ? Promise.resolve(response).then(returned, thrown) : returned(response);
}

/** Also one of another realm: a test runner has its own. */
function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}

const NOTHING: RunResult = { kind: 'succeeded', payload: 'null' };

function returned(response: unknown): RunResult {
  if (response === undefined) return NOTHING;
  if (isBehaviour(response)) throw new TypeError('A handler has returned a step, which would be played by nobody. Give the step itself to `respond(…)`, or let the handler return or throw.');
  try {
    return { kind: 'succeeded', payload: jsonOf(response) ?? 'null' };
  } catch {
    return thrown(new Error(UNWRITABLE_RESPONSE));
  }
}
