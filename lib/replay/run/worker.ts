import type { Clock } from './clock';
import { controlOf } from './control';
import type { Functions } from './functions';
import type { Found, Ledger } from './ledger';
import type { Returned } from './returned';
import { sendOnce, type Fate, type Outgoing, type Sender } from './send-once';
import { Sums } from './sums';
import { Turns, type Turn } from './turns';
import type { Sent } from '../../contract/replay';

/** Settings of a run that do not change while it lasts. */
export interface RunSettings {
  readonly maxAttempts: number;
  readonly inDoubt: 'leave' | 'send';
  readonly maxFailureShare: number;

  /** In seconds. */
  readonly maxEventAge: number;
  readonly workers: number;
}

/** Time in milliseconds that a worker needs to end: events that were sent get their state, messages are given back. */
export const END_TIME = 45_000;

/** Time in milliseconds by which clocks may differ. */
export const CLOCK_SKEW = 60_000;

/** Looks at an event that another worker is about to send, and the time in milliseconds between them. */
const BUSY_TRIES = 4;
const BUSY_DELAY = 1000;

/** Parts that a worker is made of. */
export interface WorkerParts {
  readonly ledger: Ledger;
  readonly functions: Functions;
  readonly clock: Clock;

  /** ARNs, without qualifier, of the durable functions. */
  readonly durable: ReadonlySet<string>;
  token(): string;

  /** Milliseconds until Lambda ends the worker. */
  remaining(): number;
}

/** One run of a worker that sends events. */
export class Worker {
  /**
   * Opens a run for a worker.
   *
   * @throws Error if the ledger does not know the run
   */
  static async of(run: string, parts: WorkerParts): Promise<Worker> {
    const { plan, settings } = await controlOf(run, parts.ledger);
    return new Worker(run, plan, JSON.parse(settings) as RunSettings, parts);
  }

  readonly turns: Turns;
  readonly sums: Sums;
  readonly sender: Sender;
  private readonly sending = new Map<string, Promise<unknown>>();
  private stop?: Exclude<Turn, 'go'>;

  private constructor(readonly run: string, readonly plan: string, settings: RunSettings, private readonly parts: WorkerParts) {
    const { maxAttempts, inDoubt, workers } = settings;
    const { ledger, functions, clock, durable } = parts;
    const end = clock.now() + parts.remaining();
    this.turns = new Turns(ledger, clock, run, workers, end - END_TIME);
    this.sums = new Sums(ledger, clock, run);
    this.sender = {
      ledger,
      functions,
      clock,
      turns: this.turns,
      run,
      lease: end + CLOCK_SKEW,
      maxAttempts,
      inDoubt,
      isDurable: target => durable.has(target.split(':').slice(0, 7).join(':')),
      token: () => parts.token(),
    };
  }

  /** Waits for a turn; false if nothing more is sent. */
  async turn(): Promise<boolean> {
    const turn = await this.turns.next();
    if (turn === 'go') {
      return true;
    }
    this.stop ??= turn;
    return false;
  }

  /** Sends an event once. A second copy of it waits for the first one, so that it can be deleted as well. */
  async send(event: Outgoing, known: Found): Promise<Fate> {
    const before = this.sending.get(event.id) ?? Promise.resolve();
    const one = before.then(() => this.sendPatiently(event, known));
    const settled = one.catch(() => undefined);
    this.sending.set(event.id, settled);
    try {
      const fate = await one;
      this.sums.count(fate);
      return fate;
    } finally {
      if (this.sending.get(event.id) === settled) {
        this.sending.delete(event.id);
      }
    }
  }

  /** Whether nothing more is sent. */
  get isOver(): boolean {
    return this.stop !== undefined;
  }

  async countReturned(returned: readonly Returned[]): Promise<void> {
    for (const { outcome, item: { run, sentAt } } of returned) {
      if (run === this.run) {
        this.sums.add(outcome === 'failed' ? 'failedAgain' : 'succeeded');
        await (outcome === 'failed' ? this.parts.ledger.raiseFrontier(run, sentAt) : undefined);
      }
    }
  }

  /** Another worker that is about to send the event needs a moment. */
  private async sendPatiently(event: Outgoing, known: Found): Promise<Fate> {
    for (let tries = 1; ; tries += 1) {
      const fate = await sendOnce(event, this.sender, tries === 1 ? known : undefined);
      if (fate.kind !== 'busy' || tries >= BUSY_TRIES || this.isOver) {
        return fate;
      }
      await this.parts.clock.sleep(BUSY_DELAY);
    }
  }

  /** Writes the sums; the result of the worker. */
  async end(): Promise<Sent> {
    if (this.turns.throttles > 0) {
      this.sums.add('throttled', this.turns.throttles);
    }
    await this.sums.write(true);
    const { stop } = this;
    return { done: stop !== 'late', ...typeof stop === 'object' && { stopped: stop.stopped }, ...this.sums.all };
  }
}
