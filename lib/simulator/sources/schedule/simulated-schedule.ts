import type { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';
import { Later, type TaskClock } from '../poller';

/** The times of a schedule, in milliseconds since 1970. */
export interface Times {
  /** The first time after another one; undefined if it never fires again. */
  next(after: number): number | undefined;

  /**
   * The time from a firing to its invocation, in milliseconds: within the flexible window.
   *
   * @param random returns a number of at least 0, below its argument
   */
  delay(random: (max: number) => number): number;
}

/** A clock on which schedules wait without keeping it from settling. */
export interface ScheduleClock extends TaskClock {
  enterStanding(task: Later, wait: number): void;
}

/** What happens when a schedule fires. */
export type Fire = (scheduledAt: number) => Hop;

/** A schedule of a rule, or of EventBridge Scheduler. */
export class SimulatedSchedule {
  private nextAt: number | undefined;
  private restarts = 0;

  constructor(
    readonly station: Station,

    /** Undefined for a schedule that is switched off. */
    private readonly times: Times | undefined,
    private readonly fireAt: Fire,
    private readonly clock: ScheduleClock,
    private readonly random: (max: number) => number,
  ) {}

  /** The next time at which it fires, in milliseconds since 1970; undefined if it never does. */
  get next(): number | undefined {
    return this.nextAt;
  }

  /** Waits for its first time after the deployment. */
  start(): void {
    // A schedule may fire in the moment in which it is made.
    this.wait(this.clock.milliseconds - 1);
  }

  /** Forgets what it waits for, and waits for its next time. */
  restart(): void {
    this.restarts += 1;
    this.wait(this.clock.milliseconds);
  }

  /** Fires now, besides its own times. */
  fire(): Hop {
    return this.fireAt(this.clock.milliseconds);
  }

  private wait(after: number): void {
    const { times, restarts, clock } = this;
    const nextAt = times?.next(after);
    this.nextAt = nextAt;
    if (times === undefined || nextAt === undefined) {
      return;
    }
    clock.enterStanding(new Later(() => {
      if (restarts === this.restarts) {
        this.invoke(nextAt, times.delay(this.random));
        this.wait(nextAt);
      }
    }), nextAt - clock.milliseconds);
  }

  private invoke(scheduledAt: number, delay: number): void {
    if (delay === 0) {
      this.fireAt(scheduledAt);
    } else {
      this.clock.enter(new Later(() => void this.fireAt(scheduledAt)), delay);
    }
  }

  toString(): string {
    return spoken(this.station);
  }
}
