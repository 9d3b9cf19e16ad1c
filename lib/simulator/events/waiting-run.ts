import { isStopped } from './recursion';
import type { Runner } from './runner';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import type { Run } from '../behaviour/behaviour';
import { lambdaContext } from '../behaviour/lambda-context';
import type { RunResult } from '../behaviour/run-result';
import type { Lineage } from '../lineage';
import type { Random } from '../random';

/** The end of a run for which a service waits, e.g. for a batch of messages. */
export interface RunEnd {
  readonly result: RunResult;

  /** The version that ran; absent if none did. */
  readonly version?: string;

  /** In milliseconds. */
  readonly duration: number;
}

/** A run for which a service waits. */
export interface WaitingRun {
  readonly qualifier?: string;
  readonly payload: string;
  readonly lineage: Lineage;

  /** Computes it when the context is read. */
  readonly requestId: () => string;

  /** In milliseconds since 1970. */
  readonly now: number;
}

const THROTTLED: RunEnd = { result: { kind: 'throttled' }, duration: 0 };

/**
 * Runs a function for a service that waits for it. The run goes on until the caller calls `endWaiting`, after its duration.
 *
 * @throws Error if the function has no behaviour
 */
export function runWaiting(runner: Runner, call: WaitingRun, random: Random): RunEnd | Promise<RunEnd> {
  const { function: fn } = runner;
  const { lineage, payload, qualifier, requestId, now } = call;
  if (isStopped(lineage)) {
    runner.metrics.RecursiveInvocationsDropped += 1;
    runner.watched?.('RecursiveInvocationsDropped', 1, qualifier);
    return failed('Lambda detected a recursive loop', 'Lambda.RecursiveLoop');
  }
  const version = runner.resolve(qualifier, random);
  if (version === undefined) {
    return failed(`it has no version or alias ${qualifier ?? LATEST}`, 'ResourceNotFoundException');
  }
  if (runner.isFull) {
    runner.measure('throttled', 0, qualifier);
    return THROTTLED;
  }
  const context = lambdaContext(fn, { requestId, version, qualifier, now });
  const run: Run = { function: fn, version, lineage, now, payload, context, print: () => {} };
  const tries = runner.calls;
  runner.calls += 1;
  runner.running += 1;
  let played: RunResult | Promise<RunResult>;
  try {
    played = runner.play(run, tries);
  } catch (error) {
    runner.calls -= 1;
    runner.running -= 1;
    throw error;
  }
  const ended = (found: RunResult): RunEnd => {
    const result = runner.endOf(tries, found);
    const duration = runner.durationOf(tries, result);
    runner.measure(result.kind, duration, qualifier);
    return { result, version, duration };
  };
  return 'kind' in played ? ended(played) : played.then(ended, error => {
    runner.running -= 1;
    throw error;
  });
}

/** Ends a run, so that the next one may begin. */
export function endWaiting(runner: Runner, { version }: RunEnd): void {
  runner.running -= version === undefined ? 0 : 1;
}

function failed(errorMessage: string, errorType: string): RunEnd {
  return { result: { kind: 'failed', error: { errorType, errorMessage } }, duration: 0 };
}
