import type { Clock } from './clock';
import { controlOf } from './control';
import type { ControlItem, Ledger } from './ledger';

/** Time after which a worker reads the control item again, in milliseconds. */
const CONTROL_AGE = 2000;

/** Time after which a paused worker looks again. */
const PAUSE = 1000;

/** Times in a second that a worker takes a part of the rate. Each costs a write. */
const TAKES = 2;

/** Delay after a throttle, which doubles up to a bound. */
const FIRST_DELAY = 200;
const LONGEST_DELAY = 20_000;

/** Whether a worker may send: `late` if its time is over, otherwise the reason why the run was stopped. */
export type Turn = 'go' | 'late' | { readonly stopped: string };

/** Lets the workers of a run take turns, so that together they keep its rate, and each one slows down when it is throttled. */
export class Turns {
  private known?: { readonly control: ControlItem; readonly at: number };
  private reading?: Promise<ControlItem>;
  private filling?: Promise<void>;
  private allowance = 0;
  private throttlesInARow = 0;
  private silentUntil = 0;

  /** Number of throttles so far. */
  throttles = 0;

  constructor(
    private readonly ledger: Pick<Ledger, 'control' | 'take'>,
    private readonly clock: Clock,
    private readonly run: string,

    /** Workers that share the rate. */
    private readonly workers: number,

    /** Time in milliseconds after which nothing new is sent. */
    private readonly deadline: number,
    private readonly random: () => number = Math.random,
  ) {}

  /** Waits until an event may be sent. */
  async next(): Promise<Turn> {
    for (;;) {
      const turn = await this.check();
      if (turn !== 'go' || this.allowance > 0) {
        this.allowance -= turn === 'go' ? 1 : 0;
        return turn;
      }
      this.filling ??= this.fill().finally(() => this.filling = undefined);
      await this.filling;
    }
  }

  /** Events that this worker may send at the same time. */
  async concurrency(): Promise<number> {
    return (await this.control()).concurrency;
  }

  /** Notes that Lambda has accepted no event, and wants to be left alone. */
  throttled(retryAfter?: number): void {
    this.throttles += 1;
    this.throttlesInARow += 1;
    const bound = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.throttlesInARow);
    this.silentUntil = Math.max(this.silentUntil, this.clock.now() + Math.max(retryAfter ?? 0, bound / 2 + this.random() * bound / 2));
  }

  /** Notes that Lambda has accepted an event. */
  passed(): void {
    this.throttlesInARow = 0;
  }

  /** Waits until an event that was throttled may be sent again; false if the run is over first. */
  async again(): Promise<boolean> {
    return await this.check() === 'go';
  }

  /** Waits out pauses and throttles. */
  private async check(): Promise<Turn> {
    for (;;) {
      const now = this.clock.now();
      if (now >= this.deadline) {
        return 'late';
      }
      const { state, reason } = await this.control();
      if (state === 'stopped' || state === 'closed') {
        return { stopped: reason ?? state };
      }
      const wait = state === 'paused' ? PAUSE : this.silentUntil - now;
      if (wait <= 0) {
        return 'go';
      }
      await this.clock.sleep(Math.min(wait, this.deadline - now));
    }
  }

  private async fill(): Promise<void> {
    const { rate: allowed, factor } = await this.control();
    const rate = Math.max(1, Math.round(allowed * factor));
    const wanted = Math.ceil(rate / this.workers / TAKES);
    const now = this.clock.now();
    const before = await this.ledger.take(this.run, Math.floor(now / 1000), wanted);
    this.allowance = Math.max(0, Math.min(wanted, rate - before));
    if (this.allowance === 0) {
      // To the next second, at a random time in it: all workers have the same chance.
      await this.clock.sleep(Math.min(1000 - now % 1000 + this.random() * 900, Math.max(0, this.deadline - now)));
    }
  }

  private async control(): Promise<ControlItem> {
    if (this.known && this.clock.now() - this.known.at < CONTROL_AGE) {
      return this.known.control;
    }
    this.reading ??= this.read().finally(() => this.reading = undefined);
    return this.reading;
  }

  private async read(): Promise<ControlItem> {
    const control = await controlOf(this.run, this.ledger);
    this.known = { control, at: this.clock.now() };
    return control;
  }
}
