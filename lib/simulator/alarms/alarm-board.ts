import type { AlarmState } from './alarm-evaluation';
import { compositeRule, type CompositeRule } from './composite-rule';
import { MetricAlarm } from './metric-alarm';
import { MetricBook, type FunctionWatch, type MetricIdentity, type QueueMetricName } from './metric-book';
import { MINUTE } from './metric-samples';
import { SimulatedAlarm, type AlarmSettings } from './simulated-alarm';
import { NotKnownError } from '../state/not-known-error';

/** The time for which a queue without messages still has metrics, in milliseconds. */
const ACTIVE = 6 * 60 * MINUTE;

/** What alarms need of the simulation. */
export interface AlarmSurroundings {
  now(): number;

  /**
   * Calls back at a time.
   *
   * @param keepsMoving whether a clock that settles must move so far
   */
  wakeAt(time: number, keepsMoving: boolean, happen: () => void): void;

  /** The value of a metric of a queue now: 0 if it has no message. */
  queueMetric(arn: string, name: QueueMetricName): number;
}

/**
 * The alarms of an app.
 *
 * They are evaluated at each full minute while any of them sees data. Then nothing can change, and the board rests until there
 * is new data.
 */
export class AlarmBoard {
  readonly alarms: readonly SimulatedAlarm[];
  private readonly book = new MetricBook();
  private readonly metricAlarms = new Map<SimulatedAlarm, MetricAlarm>();
  private readonly composites = new Map<SimulatedAlarm, CompositeRule>();

  /** The alarms whose state may change at the next evaluation. */
  private readonly awake = new Set<SimulatedAlarm>();
  private readonly byReference = new Map<string, SimulatedAlarm>();

  /** The next evaluation for which a clock that settles moves, and the next one of all. */
  private due = { firm: Infinity, any: Infinity };
  private evaluatedAt = -Infinity;
  private resets = 0;

  /** The time until which each queue has metrics, by its ARN. */
  private readonly activeUntil = new Map<string, number>();

  constructor(settings: readonly AlarmSettings[], private readonly around: AlarmSurroundings) {
    this.alarms = settings.map(each => new SimulatedAlarm(each));
    for (const alarm of this.alarms) {
      this.byReference.set(alarm.settings.name, alarm);
      this.byReference.set(alarm.settings.arn, alarm);
      alarm.attempt(() => this.add(alarm));
    }
    this.start();
  }

  /** The recorder of the metrics of a function; undefined if no alarm looks at one. */
  watchOf(functionArn: string): FunctionWatch | undefined {
    return this.book.watchOf(functionArn, () => this.around.now(), () => this.wake(true));
  }

  /** Counts something in a metric. */
  count(metric: MetricIdentity): void {
    if (this.book.count(metric, this.around.now())) {
      this.wake(true);
    }
  }

  /** A sentence for each alarm whose state is not known. */
  get assumptions(): string[] {
    return this.alarms.flatMap(({ settings: { key, name }, problem }) => problem ? [`\`${key ?? name}\` is not played: ${problem.message}`] : []);
  }

  /** The ARNs of the queues that alarms look at. */
  get queues(): ReadonlySet<string> {
    return new Set([...this.book.queues].map(({ arn }) => arn));
  }

  /** Looks at a queue that has got a message. */
  arrived(queueArn: string): void {
    this.activeUntil.set(queueArn, this.around.now() + ACTIVE);
    this.wake(true);
  }

  /** Forgets all metrics, states and history. */
  reset(): void {
    this.resets += 1;
    this.book.clear();
    this.activeUntil.clear();
    this.alarms.forEach(alarm => alarm.reset());
    this.start();
  }

  private add(alarm: SimulatedAlarm): void {
    const { settings } = alarm;
    switch (settings.kind) {
      case 'metric': this.metricAlarms.set(alarm, new MetricAlarm(settings, this.book, () => this.awake.add(alarm))); break;
      case 'composite': this.composites.set(alarm, compositeRule(settings.rule)); break;
      case 'unplayed': throw new NotKnownError(settings.subject, 'Alarm on metrics of functions, queues, rules, topics and schedules of the app.');
    }
  }

  /** Evaluates new alarms once, so that those without data get their state. */
  private start(): void {
    this.due = { firm: Infinity, any: Infinity };
    this.evaluatedAt = -Infinity;
    [...this.metricAlarms.keys(), ...this.composites.keys()].forEach(alarm => this.awake.add(alarm));
    if (this.awake.size > 0) {
      this.wake(false);
    }
  }

  private wake(isFirm: boolean): void {
    const time = (Math.floor(this.around.now() / MINUTE) + 1) * MINUTE;
    if (time >= (isFirm ? this.due.firm : this.due.any)) {
      return;
    }
    this.due = { firm: isFirm ? time : this.due.firm, any: Math.min(time, this.due.any) };
    const { resets } = this;
    this.around.wakeAt(time, isFirm, () => {
      if (resets === this.resets && time > this.evaluatedAt) {
        this.evaluate(time);
      }
    });
  }

  private evaluate(time: number): void {
    this.evaluatedAt = time;
    this.due = { firm: Infinity, any: Infinity };
    const isActive = this.sampleQueues(time);
    if (this.evaluateMetrics(time)) {
      this.evaluateComposites(time);
    }
    if (isActive || this.awake.size > 0) {
      this.wake(false);
    }
  }

  /** Evaluates the alarms that see data. Returns whether the state of a composite alarm may have changed. */
  private evaluateMetrics(time: number): boolean {
    let changed = false;
    for (const alarm of this.awake) {
      const { state, problem } = alarm;
      const metricAlarm = this.metricAlarms.get(alarm);
      alarm.enter(alarm.attempt(() => metricAlarm?.evaluate(time, alarm.state)), time);
      changed ||= alarm.state !== state || alarm.problem !== problem || metricAlarm === undefined;
      if (alarm.problem || metricAlarm?.isSettledAt(time) !== false) {
        this.awake.delete(alarm);
      }
    }
    return changed;
  }

  /**
   * Reads the metrics of queues, as SQS does once a minute. Returns whether a queue is active.
   *
   * "A queue is considered active by CloudWatch for up to six hours if it contains any messages or if any action accesses it."
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-monitoring-using-cloudwatch.html
   */
  private sampleQueues(time: number): boolean {
    for (const { arn, name, samples } of this.activeUntil.size > 0 ? this.book.queues : []) {
      const until = this.activeUntil.get(arn) ?? -Infinity;
      if (time > until) {
        this.activeUntil.delete(arn);
        continue;
      }
      const value = this.around.queueMetric(arn, name);
      samples.add(time - MINUTE, value);
      this.activeUntil.set(arn, value > 0 ? time + ACTIVE : until);
    }
    return this.activeUntil.size > 0;
  }

  /** Composite alarms may refer to each other: each round settles those that are one step further away. */
  private evaluateComposites(time: number): void {
    for (let round = 0, changed = true; round < this.composites.size && changed; round += 1) {
      changed = false;
      for (const [alarm, rule] of this.composites) {
        const { state, problem } = alarm;
        alarm.enter(alarm.attempt(() => rule.holds(reference => this.stateOf(alarm, reference)) ? 'ALARM' : 'OK'), time);
        changed ||= alarm.state !== state || alarm.problem !== problem;
      }
    }
  }

  private stateOf(composite: SimulatedAlarm, reference: string): AlarmState {
    const alarm = this.byReference.get(reference);
    if (alarm === undefined || alarm.problem !== undefined) {
      throw new NotKnownError(
        `the state of the alarm \`${reference}\`, to which the rule of \`${composite.settings.name}\` refers`,
        'Refer to alarms of the app, on metrics of its functions and queues.',
      );
    }
    return alarm.state;
  }
}
