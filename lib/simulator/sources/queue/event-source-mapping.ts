import { reportedFailures } from './batch-response';
import type { QueueMessage } from './queue-message';
import type { SimulatedQueue } from './simulated-queue';
import { sqsRecord } from './sqs-event';
import type { RunResult } from '../../behaviour/run-result';
import type { Runner } from '../../events/runner';
import { endWaiting, type RunEnd, type WaitingRun } from '../../events/waiting-run';
import { nextGeneration, type Lineage } from '../../lineage';
import { follow } from '../flow/cause';
import { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';
import { Later, Poller, type TaskClock } from '../poller';

/** The settings of an event source mapping, after the deployment. */
export interface MappingSettings extends Station {
  readonly batchSize: number;

  /** In seconds. */
  readonly batchingWindow: number;
  readonly reportsFailures: boolean;
  readonly maximumConcurrency: number;
  readonly qualifier?: string;

  /** Whether a record passes the filters. */
  accepts(record: object): boolean;
}

/** What a mapping needs of Lambda. */
export interface WaitingLambda {
  readonly clock: TaskClock;

  /** Runs a function and waits for it. */
  runWaiting(runner: Runner, call: Pick<WaitingRun, 'qualifier' | 'payload' | 'lineage'>): RunEnd | Promise<RunEnd>;
}

/**
 * The times after which Lambda tries a batch again for which the function had no concurrency, in milliseconds. Only their end is
 * documented: the visibility timeout.
 */
const AFTER_THROTTLE = { first: 1_000, longest: 60_000 };

/** Lambda as the consumer of a queue: it polls, filters, runs the function, and deletes what the function has handled. */
export class EventSourceMapping extends Poller {
  private running = 0;
  private readonly station: Station;

  /** The time of the first message of a batch that is being gathered. */
  private gatheringSince: number | undefined;

  constructor(
    private readonly settings: MappingSettings,
    private readonly queue: SimulatedQueue,
    private readonly runner: Runner,
    private readonly lambda: WaitingLambda,
  ) {
    super(lambda.clock);
    this.station = { kind: 'function', ...runner.function.settings, arn: runner.function.arn };
  }

  override reset(): void {
    super.reset();
    this.running = 0;
    this.gatheringSince = undefined;
  }

  protected get availableAt(): number {
    const { queue, settings, running, gatheringSince, clock } = this;
    if (running >= settings.maximumConcurrency) {
      return Infinity;
    }
    if (gatheringSince !== undefined) {
      return Math.max(clock.milliseconds, gatheringSince + settings.batchingWindow * 1000);
    }
    return queue.availableAt;
  }

  protected poll(): void | Promise<void> {
    const { settings, queue, clock } = this;
    while (this.running < settings.maximumConcurrency && queue.has(1)) {
      if (this.isGathering()) {
        return undefined;
      }
      this.gatheringSince = undefined;
      // It throws without one. The messages stay, so that you can say what the function does, and move the clock again.
      if (this.runner.script.length === 0) {
        this.wake(clock.milliseconds);
      }
      this.runner.checkScript();
      const batch = queue.receive(settings.batchSize).filter(message => this.passes(message));
      const held = batch.length === 0 ? undefined : this.run(batch);
      if (held) {
        return held.then(() => this.poll());
      }
    }
    return undefined;
  }

  private isGathering(): boolean {
    const { settings, queue, clock } = this;
    if (settings.batchingWindow === 0 || queue.has(settings.batchSize)) {
      return false;
    }
    this.gatheringSince ??= clock.milliseconds;
    return clock.milliseconds < this.gatheringSince + settings.batchingWindow * 1000;
  }

  /** Lambda deletes messages that do not pass the filters. */
  private passes(message: QueueMessage): boolean {
    const { settings, queue } = this;
    const passes = settings.accepts(sqsRecord(message, queue.settings));
    if (!passes) {
      queue.delete(message);
      new Hop(this.clock.milliseconds, settings, `deleted: the filters of ${spoken(settings)} do not match`, message.hop, 'ignored');
    }
    return passes;
  }

  private run(batch: readonly QueueMessage[]): void | Promise<void> {
    const { queue, station } = this;
    const [first, ...others] = batch;
    const step = new Hop(this.clock.milliseconds, station, `${batch.length === 1 ? 'message' : `batch of ${batch.length} messages`} to ${spoken(station)}`, first.hop);
    others.forEach(({ hop }) => follow(hop, step));
    const payload = JSON.stringify({ Records: batch.map(message => sqsRecord(message, queue.settings)) });
    this.running += 1;
    const call = { qualifier: this.settings.qualifier, payload, lineage: this.lineage(batch, step) };
    return this.invoke({ batch, step, call }, AFTER_THROTTLE.first);
  }

  private invoke(run: BatchRun, ifThrottled: number): void | Promise<void> {
    const ended = (end: RunEnd) => end.result.kind === 'throttled' ? this.tryLater(run, ifThrottled) : this.after(end.duration, () => this.settle(run, end));
    const end = this.lambda.runWaiting(this.runner, run.call);
    return 'result' in end ? ended(end) : end.then(ended);
  }

  /** Lambda follows the longest chain of those in a batch. */
  private lineage(batch: readonly QueueMessage[], step: Hop): Lineage {
    const fn = this.runner.function;
    const [parent] = batch.map(({ lineage }) => lineage).sort((one, other) => nextGeneration(fn, other) - nextGeneration(fn, one));
    return { function: fn, generation: nextGeneration(fn, parent), parent, step };
  }

  /** Tries a batch again, as long as its messages are invisible to others. */
  private tryLater(run: BatchRun, wait: number): void {
    const now = this.clock.milliseconds;
    const [{ visibleAt }] = run.batch;
    if (now + wait >= visibleAt) {
      run.batch.forEach(message => new Hop(now, this.station, `throttled by ${spoken(this.station)} until the visibility timeout (receive ${message.receiveCount})`, message.hop));
      this.running -= 1;
      return;
    }
    this.clock.enter(new Later(() => this.invoke(run, Math.min(wait * 2, AFTER_THROTTLE.longest))), wait);
  }

  private after(duration: number, happen: () => void): void {
    if (duration === 0) {
      return happen();
    }
    this.clock.enter(new Later(happen), duration);
  }

  private settle({ batch, step }: BatchRun, end: RunEnd): void {
    const { clock, queue, station } = this;
    endWaiting(this.runner, end);
    this.running -= 1;
    const failed = this.failed(batch, end);
    for (const message of batch) {
      if (failed.has(message)) {
        new Hop(clock.milliseconds, station, `not handled by ${spoken(station)}: ${failure(end.result)} (receive ${message.receiveCount})`, message.hop);
      } else {
        queue.delete(message);
        new Hop(clock.milliseconds, station, `handled by ${spoken(station)}`, message.hop, step.next ? undefined : 'handled');
      }
    }
    this.wake(clock.milliseconds);
  }

  /** The messages that stay in the queue. In a FIFO queue, they are all from the first failure on. */
  private failed(batch: readonly QueueMessage[], { result }: RunEnd): ReadonlySet<QueueMessage> {
    const { settings, queue } = this;
    if (result.kind === 'succeeded' && !settings.reportsFailures) {
      return new Set();
    }
    const reported = result.kind === 'succeeded' ? reportedFailures(result.payload, new Set(batch.map(({ id }) => id))) : undefined;
    if (!reported) {
      return new Set(batch);
    }
    const first = batch.findIndex(({ id }) => reported.has(id));
    return new Set(queue.settings.fifo && first !== -1 ? batch.slice(first) : batch.filter(({ id }) => reported.has(id)));
  }
}

/** A run for a batch of messages. */
interface BatchRun {
  readonly batch: readonly QueueMessage[];
  readonly step: Hop;
  readonly call: Pick<WaitingRun, 'qualifier' | 'payload' | 'lineage'>;
}

function failure(result: RunResult): string {
  switch (result.kind) {
    case 'succeeded': return 'reported as failed';
    case 'failed': return result.error.errorType ?? 'an error without a type';
    case 'timed-out': return 'timed out';
    default: return 'system error';
  }
}
