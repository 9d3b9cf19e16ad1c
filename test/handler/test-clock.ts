import type { Clock } from '../../lib/handler/clock';

/** A clock that runs in no time: whoever sleeps moves it, and alarms ring as it passes them. */
export class TestClock implements Clock {
  private time = Date.UTC(2026, 0, 1);
  private readonly alarms = new Set<{ readonly at: number; readonly ring: () => void }>();

  /** How long everybody slept, one entry for each sleep, in milliseconds. */
  readonly sleeps: number[] = [];

  now(): number {
    return this.time;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.sleeps.push(milliseconds);
    this.advance(milliseconds);
    await new Promise(resolve => setImmediate(resolve));
  }

  alarm(milliseconds: number, ring: () => void): () => void {
    const alarm = { at: this.time + milliseconds, ring };
    this.alarms.add(alarm);
    if (milliseconds <= 0) {
      setImmediate(() => this.advance(0));
    }
    return () => this.alarms.delete(alarm);
  }

  /** Time passes without anybody having asked for it, e.g. while a server is silent. */
  advance(milliseconds: number): void {
    this.time += milliseconds;
    for (const alarm of [...this.alarms].filter(({ at }) => at <= this.time)) {
      this.alarms.delete(alarm);
      alarm.ring();
    }
  }

  /** How many alarms are still on. */
  get pending(): number {
    return this.alarms.size;
  }
}
