import { FunctionMetrics } from './metrics';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { SYNCHRONOUS_RESPONSE } from '../../constraints/aws-lambda/invoke';
import { byteLength } from '../../doors/byte-length';
import type { FunctionWatch } from '../alarms/metric-book';
import type { Behaviour, Run } from '../behaviour/behaviour';
import type { RunResult } from '../behaviour/run-result';
import type { Random } from '../random';
import type { SimulatedFunction } from '../state';

const TIMED_OUT: RunResult = { kind: 'timed-out' };

const TOO_LARGE: RunResult = {
  kind: 'failed',
  error: {
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size exceeded maximum allowed payload size (${SYNCHRONOUS_RESPONSE.max} bytes).`,
  },
};

/**
 * A function with its behaviour, its running runs and its metrics.
 *
 * What every attempt reads comes first, side by side in memory: over 10,000 functions, little of them stays in the cache.
 */
export class Runner {
  readonly function: SimulatedFunction;
  metrics = new FunctionMetrics();

  /** One behaviour for the first run for an event, one for the second, and so on; one for each synchronous call. The last one repeats. */
  script: readonly Behaviour[] = [];

  /** Takes each value of the metrics; undefined if no alarm looks at one. */
  watched: FunctionWatch | undefined = undefined;

  /** The last destination to which its role certainly lacks nothing. Nearly all events go there. */
  deliversTo: string | undefined = undefined;

  /** Whether Lambda refuses new events, as in an outage. */
  refusesEvents = false;

  /** The number of runs that have not ended yet. */
  running = 0;

  /** The number of synchronous calls since the script was given. */
  calls = 0;

  /** What its role lacks to deliver, by the ARN of the destination; null if nothing. */
  readonly lacking = new Map<string, string | null>();

  /** @param standard the script of a function that was given none, made when it first runs: of some functions it cannot be made */
  constructor(fn: SimulatedFunction, private readonly standard: () => readonly Behaviour[]) {
    this.function = fn;
  }

  /** Whether the reserved concurrency allows no further run. */
  get isFull(): boolean {
    const { reservedConcurrency } = this.function;
    return reservedConcurrency !== undefined && this.running >= reservedConcurrency;
  }

  /** The version to which a qualifier points now; undefined if the function, version or alias is gone. */
  resolve(qualifier: string | undefined, random: Random): string | undefined {
    const fn = this.function;
    if (fn.deleted) {
      return undefined;
    }
    if (qualifier === undefined || qualifier === LATEST) {
      return LATEST;
    }
    const alias = fn.aliases.get(qualifier);
    if (!alias) {
      return fn.versions.has(qualifier) ? qualifier : undefined;
    }
    return alias.additional && random.next() < alias.additional.weight ? alias.additional.version : alias.version;
  }

  /** The result of a run, if it is known without one. */
  known(tries: number): RunResult | undefined {
    return this.behaviour(tries)?.known;
  }

  /**
   * Runs the function.
   *
   * @param tries the number of earlier tries for the same event
   * @throws Error if the function has no behaviour, or if the standard one cannot be made for it
   */
  play(run: Run, tries: number): RunResult | Promise<RunResult> {
    this.checkScript();
    return this.behaviour(tries)!.run(run);
  }

  /** @throws Error if the function has no behaviour, or if the standard one cannot be made for it */
  checkScript(): void {
    if (this.script.length === 0) {
      this.script = this.standard();
    }
    if (this.script.length === 0) {
      const { logicalId } = this.function.settings;
      throw new Error(
        `\`${logicalId}\` has to run, but you have not said what it does. Use \`sim.function('${logicalId}').respond(…)\` with a handler, \`succeeds()\`, \`fails()\` or \`runsCode()\`, `
        + 'or set the option `respond` of the simulator for all functions.',
      );
    }
  }

  /** The duration of a run, in milliseconds: at most the timeout. */
  durationOf(tries: number, { kind }: RunResult): number {
    const duration = this.behaviour(tries)?.duration ?? 0;
    if (kind !== 'timed-out' && duration === 0) {
      return 0;
    }
    const longest = this.function.settings.timeout * 1000;
    return kind === 'timed-out' ? longest : Math.min(duration, longest);
  }

  /** The result of a run, after the limits of Lambda: a run beyond the timeout times out, and a response that is too large fails. */
  endOf(tries: number, result: RunResult): RunResult {
    const duration = this.behaviour(tries)?.duration;
    if (duration !== undefined && duration > this.function.settings.timeout * 1000) {
      return TIMED_OUT;
    }
    return result.kind === 'succeeded' && isTooLarge(result.payload) ? TOO_LARGE : result;
  }

  /**
   * Counts a run in the metrics.
   *
   * @param qualifier the one that was called
   */
  measure(kind: RunResult['kind'], duration: number, qualifier?: string): void {
    if (kind === 'throttled') {
      this.metrics.Throttles += 1;
      this.watched?.('Throttles', 1, qualifier);
    }
    if (kind === 'throttled' || kind === 'system-error') {
      return;
    }
    this.metrics.Invocations += 1;
    this.metrics.Duration.add(duration);
    this.watched?.('Invocations', 1, qualifier);
    this.watched?.('Duration', duration, qualifier);
    this.watched?.('Errors', kind === 'succeeded' ? 0 : 1, qualifier);
    if (kind !== 'succeeded') {
      this.metrics.Errors += 1;
    }
  }

  private behaviour(tries: number): Behaviour | undefined {
    return this.script[Math.min(tries, this.script.length - 1)];
  }
}

function isTooLarge(payload: string): boolean {
  // A character has at most three bytes for each unit of its length.
  return payload.length * 3 > SYNCHRONOUS_RESPONSE.max && byteLength(payload) > SYNCHRONOUS_RESPONSE.max;
}
