import { EventRun } from './event-run';
import { isStopped } from './recursion';
import type { SharedSteps } from './shared-steps';
import type { SimulatedEvent } from './simulated-event';
import { backOffDelay, endOfAge, retryDelay } from './waits';
import { RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { CONDITION, type Condition } from '../../contract/invocation-record';
import type { RunResult } from '../behaviour/run-result';
import type { Random } from '../random';
import type { Clock } from '../time/clock';

/** Takes an accepted event through its attempts to its end. */
export class Pipeline {
  constructor(
    private readonly clock: Pick<Clock<SimulatedEvent, unknown>, 'milliseconds' | 'enter'>,
    private readonly random: Random,
    private readonly steps: SharedSteps,

    /** Called when an event has ended. */
    private readonly ended: (event: SimulatedEvent) => void,
  ) {}

  /** Does what is due for an event. Returns a promise only if the function does. */
  advance(event: SimulatedEvent): void | Promise<void> {
    switch (event.phase) {
      case 'attempt': return this.attempt(event);
      case 'end-of-run': return this.endRun(event);
      case 'end-of-age': return this.giveUp(event, CONDITION.eventAgeExceeded);
      case 'nothing': return undefined;
    }
  }

  private attempt(event: SimulatedEvent): void | Promise<void> {
    const { runner } = event;
    if (isStopped(event)) {
      return this.stop(event);
    }
    if (runner.function.reservedConcurrency === 0) {
      return this.giveUp(event, CONDITION.zeroReservedConcurrency);
    }
    // Each attempt resolves the qualifier again, because an alias may have moved.
    const version = runner.resolve(event.qualifier, this.random);
    if (version === undefined) {
      event.lastStep = this.steps.didNotRun('gone', this.clock.milliseconds, event.lastStep);
      return this.retry(event, true);
    }
    if (runner.isFull) {
      return this.backOff(event, 'throttled');
    }
    if (runner.script.length === 0) {
      this.checkScript(event);
    }
    // The run itself is made only for those who read it.
    const result = runner.known(event.tries) ?? runner.play(new EventRun(event, version, this.random, this.clock.milliseconds), event.tries);
    return 'kind' in result ? this.started(event, version, result) : result.then(later => this.started(event, version, later));
  }

  /** The event stays if there is no script, so that you can say what the function does, and move the clock again. */
  private checkScript(event: SimulatedEvent): void {
    try {
      event.runner.checkScript();
    } catch (error) {
      this.clock.enter(event, 0);
      throw error;
    }
  }

  private started(event: SimulatedEvent, version: string, result: RunResult): void {
    if (result.kind === 'throttled' || result.kind === 'system-error') {
      return this.backOff(event, result.kind);
    }
    const { runner, tries } = event;
    const age = this.clock.milliseconds - event.acceptedAt;
    runner.metrics.AsyncEventAge.add(age);
    runner.watched?.('AsyncEventAge', age, event.qualifier);
    const duration = runner.durationOf(tries, result);
    const end = runner.endOf(tries, result);
    event.tries += 1;
    runner.measure(end.kind, duration, event.qualifier);
    if (duration === 0) {
      return this.ran(event, version, end, true);
    }
    runner.running += 1;
    event.run = { version, result: end, endsAt: this.clock.milliseconds + duration };
    event.phase = 'end-of-run';
    this.clock.enter(event, duration);
  }

  private endRun(event: SimulatedEvent): void {
    const { version, result } = event.run!;
    event.run = undefined;
    event.runner.running -= 1;
    this.ran(event, version, result, false);
  }

  /** @param isInstant whether the run took no time */
  private ran(event: SimulatedEvent, version: string, result: RunResult, isInstant: boolean): void {
    event.result = result;
    event.backOffs = 0;
    const { kind } = result as { kind: 'succeeded' | 'failed' | 'timed-out' };
    const errorType = result.kind === 'failed' ? result.error.errorType : undefined;
    event.lastStep = this.steps.ran(kind, this.clock.milliseconds, version, errorType, event.lastStep);
    if (kind !== 'succeeded') {
      return this.retry(event, isInstant);
    }
    event.attempts += 1;
    event.condition = CONDITION.success;
    this.end(event);
  }

  /**
   * Waits for the next attempt after a failed one, or gives the event up.
   *
   * @param isInstant whether the run took no time. Real runs take time, so for them an age that equals the wait is too short
   */
  private retry(event: SimulatedEvent, isInstant: boolean): void {
    event.attempts += 1;
    const retries = event.config?.retryAttempts ?? RETRY_ATTEMPTS.default!;
    if (event.attempts > retries) {
      return this.giveUp(event, CONDITION.retriesExhausted);
    }
    const delay = retryDelay(event);
    const left = endOfAge(event) - this.clock.milliseconds;
    if (delay > left || (delay === left && isInstant)) {
      return this.giveUp(event, CONDITION.eventAgeExceeded);
    }
    event.phase = 'attempt';
    this.clock.enter(event, delay);
  }

  /** Waits after a throttle or system error. Neither counts as an attempt, so only the age of the event limits them. */
  private backOff(event: SimulatedEvent, kind: 'throttled' | 'system-error'): void {
    const now = this.clock.milliseconds;
    event.runner.measure(kind, 0, event.qualifier);
    event.lastStep = this.steps.didNotRun(kind, now, event.lastStep);
    event.tries += 1;
    event.backOffs += 1;
    const delay = backOffDelay(event);
    const left = endOfAge(event) - now;
    event.phase = delay < left ? 'attempt' : 'end-of-age';
    this.clock.enter(event, Math.min(delay, left));
  }

  private giveUp(event: SimulatedEvent, condition: Condition): void {
    event.condition = condition;
    this.drop(event);
  }

  private stop(event: SimulatedEvent): void {
    event.runner.metrics.RecursiveInvocationsDropped += 1;
    event.runner.watched?.('RecursiveInvocationsDropped', 1, event.qualifier);
    this.drop(event);
  }

  private drop(event: SimulatedEvent): void {
    event.runner.metrics.AsyncEventsDropped += 1;
    event.runner.watched?.('AsyncEventsDropped', 1, event.qualifier);
    event.lastStep = this.steps.givenUp(this.clock.milliseconds, event.lastStep);
    this.end(event);
  }

  private end(event: SimulatedEvent): void {
    event.phase = 'nothing';
    this.ended(event);
  }
}
