import type { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';
import { Later, type TaskClock } from '../poller';

/** The times of a schedule, in milliseconds since 1970. */
export interface Times {
  /** The first time after another one; undefined if it never fires again. */
  next(after: number): number | undefined;
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
    this.nextAt = this.times?.next(after);
    if (this.nextAt === undefined) {
      return;
    }
    const { nextAt, restarts } = this;
    this.clock.enterStanding(new Later(() => {
      if (restarts === this.restarts) {
        this.fireAt(nextAt);
        this.wait(nextAt);
      }
    }), nextAt - this.clock.milliseconds);
  }

  toString(): string {
    return spoken(this.station);
  }
}
