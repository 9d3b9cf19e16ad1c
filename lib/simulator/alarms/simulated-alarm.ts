import type { AlarmState } from './alarm-evaluation';
import type { MetricAlarmSettings } from './metric-alarm';
import type { Named } from '../handles';

/** A change of the state of an alarm. */
export interface AlarmTransition {
  readonly at: Date;
  readonly from: AlarmState;
  readonly to: AlarmState;
}

/** A composite alarm, after the deployment. */
export interface CompositeAlarmSettings {
  readonly kind: 'composite';
  readonly rule: string;
}

/** An alarm whose state the simulator cannot know. */
export interface UnplayedAlarmSettings {
  readonly kind: 'unplayed';

  /** What is not known, as a clause: "the metric …". */
  readonly subject: string;
}

/** An alarm of the app, after the deployment. */
export type AlarmSettings = Named & { readonly arn: string } & (MetricAlarmSettings | CompositeAlarmSettings | UnplayedAlarmSettings);

/** The state of an alarm, and how it came to it. */
export class SimulatedAlarm {
  state: AlarmState = 'INSUFFICIENT_DATA';
  history: AlarmTransition[] = [];

  /** Why the state is not known; undefined if it is. */
  problem: Error | undefined;

  constructor(readonly settings: AlarmSettings) {}

  /** Does something about the alarm. If that fails, the state is not known from then on, and the simulation goes on. */
  attempt<T>(action: () => T): T | undefined {
    if (this.problem !== undefined) {
      return undefined;
    }
    try {
      return action();
    } catch (error) {
      this.problem = error as Error;
      return undefined;
    }
  }

  /** Changes the state, unless it is the same, or unknown. */
  enter(state: AlarmState | undefined, at: number): void {
    if (state !== undefined && state !== this.state) {
      this.history.push({ at: new Date(at), from: this.state, to: state });
      this.state = state;
    }
  }

  reset(): void {
    this.state = 'INSUFFICIENT_DATA';
    this.history = [];
  }
}
