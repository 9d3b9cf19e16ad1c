import type { AlarmState } from './alarms/alarm-evaluation';
import type { AlarmTransition, SimulatedAlarm } from './alarms/simulated-alarm';
import { spelled } from './time/span';

/** An alarm of the app, as a test uses it. CloudWatch evaluates alarms at full minutes. */
export class AlarmHandle {
  readonly #alarm: SimulatedAlarm;
  readonly #start: Date;

  constructor(alarm: SimulatedAlarm, start: Date) {
    this.#alarm = alarm;
    this.#start = start;
  }

  /** The name that a deployment would give it. */
  get name(): string {
    return this.#alarm.settings.name;
  }

  get arn(): string {
    return this.#alarm.settings.arn;
  }

  /**
   * The state after the last evaluation. A new alarm is in `INSUFFICIENT_DATA`.
   *
   * @throws NotKnownError if the simulator does not have what the alarm looks at
   * @throws RangeError if CloudWatch refuses its expression or rule
   */
  get state(): AlarmState {
    this.check();
    return this.#alarm.state;
  }

  /**
   * All changes of the state, the first one first.
   *
   * @throws NotKnownError if the simulator does not have what the alarm looks at
   * @throws RangeError if CloudWatch refuses its expression or rule
   */
  get history(): readonly AlarmTransition[] {
    this.check();
    return [...this.#alarm.history];
  }

  /** The name, the state, and the history with the time since the start of the simulation. */
  toString(): string {
    const { problem, history, state } = this.#alarm;
    const changes = history.map(({ at, from, to }) => `\n  ${spelled(at.getTime() - this.#start.getTime())} ${from} -> ${to}`);
    return `${this.name}: ${problem?.message ?? state}${changes.join('')}`;
  }

  private check(): void {
    if (this.#alarm.problem) {
      throw this.#alarm.problem;
    }
  }
}
