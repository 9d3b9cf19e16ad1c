import { boundTo, type Behaviour, type Run } from './behaviour';
import { CURRENT_RUN } from './current-run';
import type { LambdaContext } from './lambda-context';
import type { Failed, FunctionError, RunResult } from './run-result';
import { reportedBy } from './runtime-errors';
import { UNWRITABLE_RESPONSE } from './runtime-messages';
import { thrown } from './thrown';
import { inspect } from '../../doors/inspect';
import { jsonOf } from '../json-text';
import { remembered } from '../remembered';
import type { SimulatedFunction } from '../state';
import { milliseconds, type TimeSpan } from '../time/span';

/** A function of your test that replaces the code of a Lambda function. */
export type Handler = (event: any, context: LambdaContext) => unknown;

/** One run of a function: a handler, or what `succeeds`, `fails`, `timesOut`, `isThrottled`, `hitsSystemError`, `takes` or `runsCode` returns. */
export type Step = Handler | Behaviour;

/**
 * A run in which the function returns.
 *
 * @param response any JSON value, or a `JsonText`
 * @default null
 */
export function succeeds(response: unknown = null): Behaviour {
  return always({ kind: 'succeeded', payload: jsonOf(response) ?? 'null' });
}

/**
 * A run in which the function throws.
 *
 * The record shows an error or its message in the form of the function's runtime; Python, for example, adds `requestId` and
 * `stackTrace`.
 *
 * @param error the error, its message, or the whole error object as the runtime reports it, e.g. `{ errorMessage: 'no', cause: {} }`
 * @throws TypeError if it is none of these
 */
export function fails(error: string | Error | FunctionError = 'intentional failure'): Behaviour {
  if (typeof error === 'object' && error !== null && !Array.isArray(error) && !(error instanceof Error)) {
    return always({ kind: 'failed', error });
  }
  const [type, message] = error instanceof Error ? [error.name, error.message] : [undefined, error];
  if (typeof message !== 'string') {
    throw new TypeError(`\`fails(…)\` takes a message, an error or an error object of the runtime, got: ${inspect(error)}`);
  }
  const ofRuntimes = new Map<string | undefined, Behaviour>();
  const of = ({ settings: { runtime } }: SimulatedFunction) => remembered(ofRuntimes, runtime, () => failing(runtime, type, message));
  return { bind: of, run: run => of(run.function).run(run) };
}

/** A run in which a function of that runtime throws. The failure is made and measured once, unless the runtime adds the request id. */
function failing(runtime: string | undefined, type: string | undefined, message: string): Behaviour {
  let isOfRun = false;
  const failure = (requestId: () => string): Failed => {
    const error = reportedBy(runtime, type, message, requestId);
    return { kind: 'failed', error, length: JSON.stringify(error).length };
  };
  const result = failure(() => {
    isOfRun = true;
    return '';
  });
  return isOfRun ? { run: ({ context }) => failure(() => context.awsRequestId) } : always(result);
}

/** A run that exceeds the timeout of the function. */
export function timesOut(): Behaviour {
  return always({ kind: 'timed-out' });
}

/** A throttle: the function does not run. */
export function isThrottled(): Behaviour {
  return always({ kind: 'throttled' });
}

/** An error in Lambda: the function does not run. */
export function hitsSystemError(): Behaviour {
  return always({ kind: 'system-error' });
}

/**
 * A run that takes some time on the simulator's clock. If that is longer than the timeout of the function, the run times out.
 *
 * @throws RangeError if `span` is not a time of 0 or more
 */
export function takes(span: TimeSpan, step: Step = succeeds()): Behaviour {
  const inner = behaviourOf(step);
  const duration = milliseconds(span, 'takes');
  return { duration, run: run => inner.run(run), known: inner.known, bind: (fn, programs) => takes(span, boundTo(fn, programs, inner)) };
}

/**
 * The behaviour that a step stands for.
 *
 * @throws TypeError if it is not a step
 */
export function behaviourOf(step: Step): Behaviour {
  if (MAKERS.includes(step)) {
    throw new TypeError(`\`${(step as Handler).name}\` makes a step only when it is called: write \`${(step as Handler).name}(…)\``);
  }
  if (typeof step === 'function') {
    return { run: run => handled(step, run) };
  }
  if (isBehaviour(step)) {
    return step;
  }
  throw new TypeError(`A step must be a handler, \`succeeds()\`, \`fails()\` or another step of the simulator, got: ${inspect(step)}. Give one step for each run.`);
}

const MAKERS: readonly unknown[] = [succeeds, fails, timesOut, isThrottled, hitsSystemError, takes];

function isBehaviour(value: unknown): value is Behaviour {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Behaviour>).run === 'function';
}

function always(result: RunResult): Behaviour {
  return { run: () => result, known: result };
}

function handled(handler: Handler, run: Run): RunResult | Promise<RunResult> {
  let response: unknown;
  try {
    response = CURRENT_RUN.run(run, handler, JSON.parse(run.payload), run.context);
  } catch (error) {
    return thrown(error);
  }
  return isPromise(response) ? Promise.resolve(response).then(returned, thrown) : returned(response);
}

/** Whether a value is a promise, even of another realm: test runners have their own. */
function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}

const NOTHING: RunResult = { kind: 'succeeded', payload: 'null' };

function returned(response: unknown): RunResult {
  if (response === undefined) {
    return NOTHING;
  }
  if (isBehaviour(response)) {
    throw new TypeError('A handler returned a step, which has no effect there. Give the step itself to `respond(…)`, or let the handler return or throw.');
  }
  try {
    return { kind: 'succeeded', payload: jsonOf(response) ?? 'null' };
  } catch {
    return thrown(new Error(UNWRITABLE_RESPONSE));
  }
}
