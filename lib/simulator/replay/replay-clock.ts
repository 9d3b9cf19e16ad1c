import type { Clock } from '../../replay/run/clock';
import type { SimulatedLambda } from '../simulated-lambda';

/** Lets the workers of a replay wait on the clock of the simulator: it moves when all of them wait. */
export class ReplayClock implements Clock {
  private sleeping: Array<{ readonly until: number; wake(): void }> = [];

  constructor(private readonly lambda: SimulatedLambda) {}

  now(): number {
    return this.lambda.now();
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise(wake => this.sleeping.push({ until: this.now() + Math.ceil(milliseconds), wake }));
  }

  /** Moves the clock while work goes on, from one moment for which somebody waits to the next. */
  async during<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = work.finally(() => {
      isOver = true;
    });
    // Its error is that of `over`, which the caller gets.
    over.catch(() => {});
    while (!isOver) {
      await new Promise(resolve => setImmediate(resolve));
      if (!isOver && this.sleeping.length > 0) {
        await this.toNext();
      }
    }
    this.sleeping = [];
    return over;
  }

  private async toNext(): Promise<void> {
    const next = Math.min(...this.sleeping.map(({ until }) => until));
    await this.lambda.clock.advanceBy({ milliseconds: Math.max(0, next - this.now()) });
    const woken = this.sleeping.filter(({ until }) => until <= this.now());
    this.sleeping = this.sleeping.filter(({ until }) => until > this.now());
    woken.forEach(({ wake }) => wake());
  }
}
