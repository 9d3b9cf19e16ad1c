import type { QueueMessage } from './queue-message';
import type { SimulatedQueue } from './simulated-queue';
import { sqsRecord } from './sqs-event';
import type { RunResult } from '../../behaviour/run-result';
import type { Runner } from '../../events/runner';
import { endWaiting, type RunEnd, type WaitingRun } from '../../events/waiting-run';
import { follow } from '../flow/cause';
import { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';
import { Later, Poller, type TaskClock } from '../poller';

/** The settings of whatever polls a queue, after the deployment. */
export interface PollingSettings extends Station {
  readonly batchSize: number;

  /** In seconds. */
  readonly batchingWindow: number;

  /** Whether a record passes the filters; undefined if there are none, so that no record is written for them. */
  readonly accepts: ((record: object) => boolean) | undefined;
}

/** A call for which a service waits. */
export type WaitingCall = Pick<WaitingRun, 'qualifier' | 'payload' | 'lineage'>;

/** What those who poll need of Lambda. */
export interface WaitingLambda {
  readonly clock: TaskClock;

  /** Runs a function and waits for it. */
  runWaiting(runner: Runner, call: WaitingCall): RunEnd | Promise<RunEnd>;
}

/** A run for a batch of messages. */
export interface BatchRun {
  readonly runner: Runner;
  readonly batch: readonly QueueMessage[];
  readonly call: WaitingCall;

  /** Called at the end of the run, unless the function was throttled until the visibility timeout. */
  ended(end: RunEnd): void | Promise<void>;
}

/**
 * The times after which Lambda tries a batch again for which the function had no concurrency, in milliseconds. Only their end is
 * documented: the visibility timeout.
 */
const AFTER_THROTTLE = { first: 1_000, longest: 60_000 };

/** A service that polls a queue: it gathers batches, filters them, and runs functions for them. */
export abstract class QueuePoller extends Poller {
  /** The number of batches in work. */
  private running = 0;

  /** The time of the first message of a batch that is being gathered. */
  private gatheringSince: number | undefined;

  constructor(
    protected readonly polling: PollingSettings,
    protected readonly queue: SimulatedQueue,
    protected readonly lambda: WaitingLambda,
    private readonly maximumConcurrency = Infinity,
  ) {
    super(lambda.clock);
  }

  override reset(): void {
    super.reset();
    this.running = 0;
    this.gatheringSince = undefined;
  }

  /** The functions that run for a batch. */
  protected abstract get runners(): readonly Runner[];

  /** Does the work for a batch, and then calls `settle`. */
  protected abstract run(batch: readonly QueueMessage[]): void | Promise<void>;

  protected get availableAt(): number {
    const { queue, polling, running, gatheringSince, clock } = this;
    if (running >= this.maximumConcurrency) {
      return Infinity;
    }
    if (gatheringSince !== undefined) {
      return Math.max(clock.milliseconds, gatheringSince + polling.batchingWindow * 1000);
    }
    return queue.availableAt;
  }

  protected poll(): void | Promise<void> {
    const { polling, queue } = this;
    while (this.running < this.maximumConcurrency && queue.has(1)) {
      if (this.isGathering()) {
        return undefined;
      }
      this.gatheringSince = undefined;
      this.checkScripts();
      const batch = queue.receive(polling.batchSize).filter(message => this.passes(message));
      const held = batch.length === 0 ? undefined : this.begin(batch);
      if (held) {
        return held.then(() => this.poll());
      }
    }
    return undefined;
  }

  /** The step of a flow in which a station gets a batch. */
  protected stepOf(batch: readonly QueueMessage[], station: Station): Hop {
    const [first, ...others] = batch;
    const step = new Hop(this.clock.milliseconds, station, `${batch.length === 1 ? 'message' : `batch of ${batch.length} messages`} to ${spoken(station)}`, first.hop);
    others.forEach(({ hop }) => follow(hop, step));
    return step;
  }

  /** Runs a function for a batch, and tries again while it is throttled. */
  protected invoke(run: BatchRun, ifThrottled = AFTER_THROTTLE.first): void | Promise<void> {
    const ended = (end: RunEnd) => end.result.kind === 'throttled' ? this.tryLater(run, ifThrottled) : this.after(end.duration, () => {
      endWaiting(run.runner, end);
      return run.ended(end);
    });
    const end = this.lambda.runWaiting(run.runner, run.call);
    return 'result' in end ? ended(end) : end.then(ended);
  }

  /**
   * Ends the work for a batch: deletes messages, and leaves the failed ones in the queue.
   *
   * @param reported the messages that failed; in a FIFO queue, those behind them fail, too
   */
  protected settle(batch: readonly QueueMessage[], station: Station, reported: Failures, handled: (message: QueueMessage) => void): void {
    const { clock, queue } = this;
    this.running -= 1;
    const first = batch.findIndex(message => reported.has(message));
    batch.forEach((message, index) => {
      const isBehind = queue.settings.fifo && first !== -1 && index >= first;
      if (reported.has(message) || isBehind) {
        const reason = reported.get(message) ?? 'behind a failure in a FIFO queue';
        new Hop(clock.milliseconds, station, `not handled by ${spoken(station)}: ${reason} (receive ${message.receiveCount})`, message.hop);
      } else {
        queue.delete(message);
        handled(message);
      }
    });
    this.wake(clock.milliseconds);
  }

  private begin(batch: readonly QueueMessage[]): void | Promise<void> {
    this.running += 1;
    return this.run(batch);
  }

  /** They throw without one. The messages stay, so that you can say what the function does, and move the clock again. */
  private checkScripts(): void {
    for (const runner of this.runners) {
      if (runner.script.length === 0) {
        this.wake(this.clock.milliseconds);
      }
      runner.checkScript();
    }
  }

  private isGathering(): boolean {
    const { polling, queue, clock } = this;
    if (polling.batchingWindow === 0 || queue.has(polling.batchSize)) {
      return false;
    }
    this.gatheringSince ??= clock.milliseconds;
    return clock.milliseconds < this.gatheringSince + polling.batchingWindow * 1000;
  }

  /** The service deletes messages that do not pass the filters. */
  private passes(message: QueueMessage): boolean {
    const { polling, queue } = this;
    const passes = polling.accepts === undefined || polling.accepts(sqsRecord(message, queue.settings));
    if (!passes) {
      queue.delete(message);
      new Hop(this.clock.milliseconds, polling, `deleted: the filters of ${spoken(polling)} do not match`, message.hop, 'ignored');
    }
    return passes;
  }

  /** Tries a batch again, as long as its messages are invisible to others. */
  private tryLater(run: BatchRun, wait: number): void {
    const now = this.clock.milliseconds;
    const [{ visibleAt }] = run.batch;
    if (now + wait >= visibleAt) {
      const { settings, arn } = run.runner.function;
      const station = { kind: 'function', ...settings, arn };
      run.batch.forEach(message => new Hop(now, station, `throttled by ${spoken(station)} until the visibility timeout (receive ${message.receiveCount})`, message.hop));
      this.running -= 1;
      return;
    }
    this.clock.enter(new Later(() => this.invoke(run, Math.min(wait * 2, AFTER_THROTTLE.longest))), wait);
  }

  private after(duration: number, happen: () => void | Promise<void>): void | Promise<void> {
    if (duration === 0) {
      return happen();
    }
    this.clock.enter(new Later(happen), duration);
  }
}

/** The messages that stay in the queue, with the reason. */
export type Failures = ReadonlyMap<QueueMessage, string>;

/** All messages of a batch, which failed for one reason. */
export function allOf(batch: readonly QueueMessage[], reason: string): Failures {
  return new Map(batch.map(message => [message, reason]));
}

/** The reason why a run is not a success, for people. */
export function failure(result: RunResult): string {
  switch (result.kind) {
    case 'succeeded': return 'reported as failed';
    case 'failed': return result.error.errorType ?? 'an error without a type';
    case 'timed-out': return 'timed out';
    default: return 'system error';
  }
}
