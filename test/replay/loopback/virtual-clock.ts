import type { Clock } from '../../../lib/replay/run/clock';

/** A clock that runs in no time: whoever sleeps moves it for all. */
export class VirtualClock implements Clock {
  private time = Date.UTC(2026, 10, 30, 12);

  now(): number {
    return this.time;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.advance(milliseconds);
    await new Promise(resolve => setImmediate(resolve));
  }

  advance(milliseconds: number): void {
    this.time += Math.max(0, milliseconds);
  }
}
