import { FunctionMetrics } from './metrics';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { SYNCHRONOUS_RESPONSE } from '../../constraints/aws-lambda/invoke';
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

/** A function with all that running it needs. */
export class Runner {
  metrics = new FunctionMetrics();

  /** Runs that are going on. */
  running = 0;

  /** What it does in its first run for an event, in its second, … and from the last on always. */
  script: readonly Behaviour[] = [];

  readonly function: SimulatedFunction;

  constructor(fn: SimulatedFunction) {
    this.function = fn;
  }

  /** Whether reserved concurrency keeps another run out. */
  get isFull(): boolean {
    const { reservedConcurrency } = this.function;
    return reservedConcurrency !== undefined && this.running >= reservedConcurrency;
  }

  /** The version that a qualifier leads to at this moment; nothing when it leads nowhere any more. */
  resolve(qualifier: string | undefined, random: Random): string | undefined {
    const fn = this.function;
    if (fn.deleted) return undefined;
    if (qualifier === undefined || qualifier === LATEST) return LATEST;
    const alias = fn.aliases.get(qualifier);
    if (!alias) return fn.versions.has(qualifier) ? qualifier : undefined;
    return alias.additional && random.next() < alias.additional.weight ? alias.additional.version : alias.version;
  }

  /**
   * Runs it.
   *
   * @param tries how often it was tried before for the same event
   * @throws Error when nobody has said what it does
   */
  play(run: Run, tries: number): RunResult | Promise<RunResult> {
    const behaviour = this.behaviour(tries);
    if (!behaviour) {
      const { logicalId } = this.function.settings;
      throw new Error(
        `\`${logicalId}\` has to run, but nothing says what it does. Say it with \`sim.function('${logicalId}').respond(…)\`: a handler, \`succeeds()\`, \`fails()\` or \`runsCode()\`; `
        + 'or for all functions with the option `respond` of the simulator.',
      );
    }
    return behaviour.run(run);
  }

  /** How long a run takes that takes place, in milliseconds. */
  durationOf(tries: number, { kind }: RunResult): number {
    const longest = this.function.settings.timeout * 1000;
    return kind === 'timed-out' ? longest : Math.min(this.behaviour(tries)?.duration ?? 0, longest);
  }

  /** What that run ends with: nothing runs longer than its timeout, and no response is taken that is too large, whoever waits for it. */
  endOf(tries: number, result: RunResult): RunResult {
    const duration = this.behaviour(tries)?.duration;
    if (duration !== undefined && duration > this.function.settings.timeout * 1000) return TIMED_OUT;
    return result.kind === 'succeeded' && isTooLarge(result.payload) ? TOO_LARGE : result;
  }

  /** Counts a run. */
  measure(kind: RunResult['kind'], duration: number): void {
    if (kind === 'throttled') this.metrics.Throttles += 1;
    if (kind === 'throttled' || kind === 'system-error') return;
    this.metrics.Invocations += 1;
    this.metrics.Duration.add(duration);
    if (kind !== 'succeeded') this.metrics.Errors += 1;
  }

  private behaviour(tries: number): Behaviour | undefined {
    return this.script[Math.min(tries, this.script.length - 1)];
  }
}

function isTooLarge(payload: string): boolean {
  // No character has more than three bytes for each unit of its length.
  return payload.length * 3 > SYNCHRONOUS_RESPONSE.max && Buffer.byteLength(payload) > SYNCHRONOUS_RESPONSE.max;
}
