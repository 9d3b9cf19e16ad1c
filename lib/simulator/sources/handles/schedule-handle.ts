import { flowOf, type SendingLambda } from './sender';
import type { Flow } from '../flow/flow';
import type { SimulatedSchedule } from '../schedule/simulated-schedule';

/** A schedule of a rule or of EventBridge Scheduler, as a test uses it. */
export class ScheduleHandle {
  readonly #schedule: SimulatedSchedule;
  readonly #lambda: SendingLambda;

  constructor(schedule: SimulatedSchedule, lambda: SendingLambda) {
    this.#schedule = schedule;
    this.#lambda = lambda;
  }

  /** The name that a deployment would give it. */
  get name(): string {
    return this.#schedule.station.name;
  }

  /** The next time at which it fires; undefined if it never does, or is switched off. */
  get next(): Date | undefined {
    const { next } = this.#schedule;
    return next === undefined ? undefined : new Date(next);
  }

  /** Fires now, besides its own times, also if it is switched off. */
  async fire(): Promise<Flow> {
    return flowOf(this.#lambda.sources, this.#schedule.fire());
  }
}
