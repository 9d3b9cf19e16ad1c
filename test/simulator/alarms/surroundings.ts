import type { AlarmSurroundings } from '../../../lib/simulator/alarms/alarm-board';
import type { QueueMetricName } from '../../../lib/simulator/alarms/metric-book';

/** A clock and queues for alarms. */
export class Surroundings implements AlarmSurroundings {
  /** The metrics of queues, by ARN and name. */
  readonly queues = new Map<string, number>();
  private readonly due: Array<{ readonly time: number; readonly keepsMoving: boolean; readonly happen: () => void }> = [];

  constructor(private time = 0) {}

  now(): number {
    return this.time;
  }

  wakeAt(time: number, keepsMoving: boolean, happen: () => void): void {
    this.due.push({ time, keepsMoving, happen });
    this.due.sort((one, other) => one.time - other.time);
  }

  queueMetric(arn: string, name: QueueMetricName): number {
    return this.queues.get(`${arn} ${name}`) ?? 0;
  }

  /** Moves the clock to a time. */
  moveTo(time: number): void {
    while (this.due.length > 0 && this.due[0].time <= time) {
      const { time: at, happen } = this.due.shift()!;
      this.time = at;
      happen();
    }
    this.time = time;
  }

  /** Moves the clock as long as something keeps it moving. */
  settle(): void {
    while (this.due.some(({ keepsMoving }) => keepsMoving)) {
      this.moveTo(this.due[0].time);
    }
  }

  /** The number of times that something waits for. */
  get waiting(): number {
    return this.due.length;
  }
}
