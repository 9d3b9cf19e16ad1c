import { isStopped } from './recursion';
import type { Runner } from './runner';
import { timeoutError } from './simulated-event';
import type { Run } from '../behaviour/behaviour';
import { lambdaContext } from '../behaviour/lambda-context';
import type { RunResult } from '../behaviour/run-result';
import { nextGeneration, type Lineage } from '../lineage';
import type { Random } from '../random';
import { functionNotFound } from '../service/target';
import { NotKnownError, ServiceError, type InvocationRequest, type InvocationResult } from '../state';

/** The API reference describes the error with this sentence. The message of the service was not recorded. */
const RECURSIVE = 'Lambda has detected your function being invoked in a recursive loop with other Amazon Web Services resources and stopped your function\'s invocation.';

/**
 * Runs a function once for a caller that waits for the response. The clock does not move.
 *
 * @throws ServiceError if Lambda refuses the invocation
 */
export async function runNow(
  runner: Runner, request: InvocationRequest, parent: Lineage | undefined, requestId: string, now: number, random: Random,
): Promise<InvocationResult> {
  const { qualifier, payload = '{}', clientContext, tenantId } = request;
  const { function: fn } = runner;
  const lineage: Lineage = { function: fn, generation: nextGeneration(fn, parent), parent };
  if (isStopped(lineage)) {
    runner.metrics.RecursiveInvocationsDropped += 1;
    runner.watched?.('RecursiveInvocationsDropped', 1, qualifier);
    throw new ServiceError('RecursiveInvocationException', 400, RECURSIVE);
  }
  if (runner.isFull) {
    throw throttled(true);
  }
  const version = runner.resolve(qualifier, random);
  if (version === undefined) {
    throw functionNotFound(`${fn.arn}:${qualifier}`);
  }
  const lines: string[] = [];
  const run: Run = {
    function: fn,
    version,
    lineage,
    now,
    payload,
    context: lambdaContext(fn, { requestId: () => requestId, version, qualifier, now, clientContext, tenantId }),
    print: line => void lines.push(`${line}\n`),
  };
  const tries = runner.calls;
  runner.calls += 1;
  runner.running += 1;
  let result: RunResult;
  try {
    result = runner.endOf(tries, await runner.play(run, tries));
  } finally {
    runner.running -= 1;
  }
  const duration = runner.durationOf(tries, result);
  runner.measure(result.kind, duration, qualifier);
  return {
    requestId,
    executedVersion: version,
    ...answerOf(result, requestId, fn.settings.timeout),
    log: [
      `START RequestId: ${requestId} Version: ${version}\n`,
      ...lines,
      `END RequestId: ${requestId}\n`,
      `REPORT RequestId: ${requestId}\tDuration: ${duration.toFixed(2)} ms\tBilled Duration: ${Math.max(1, Math.ceil(duration))} ms\t`
      + `Memory Size: ${fn.settings.memorySize} MB\tMax Memory Used: ${fn.settings.memorySize} MB\t\n`,
    ].join(''),
  };
}

function answerOf(result: RunResult, requestId: string, timeout: number): Pick<InvocationResult, 'functionError' | 'payload'> {
  switch (result.kind) {
    case 'succeeded': return { payload: result.payload };
    case 'failed': return { functionError: 'Unhandled', payload: JSON.stringify(result.error) };
    case 'timed-out': return { functionError: 'Unhandled', payload: JSON.stringify(timeoutError(requestId, timeout)) };
    case 'throttled': throw throttled(false);
    case 'system-error': throw new NotKnownError('what Lambda says of a system error', 'Use another step for a synchronous invocation.');
  }
}

function throttled(isReserved: boolean): ServiceError {
  return new ServiceError(
    'TooManyRequestsException', 429, 'Rate Exceeded.',
    isReserved ? 'ReservedFunctionConcurrentInvocationLimitExceeded' : 'ConcurrentInvocationLimitExceeded',
  );
}
