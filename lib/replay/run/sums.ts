import type { Clock } from './clock';
import type { Ledger, Sum } from './ledger';
import type { Fate } from './send-once';

/** Time between two writes of the sums, in milliseconds. */
const INTERVAL = 5000;

/** Adds up what a worker did, and writes it into the ledger every few seconds. */
export class Sums {
  private pending: Partial<Record<Sum, number>> = {};
  private writtenAt: number;

  /** Sums of this worker. */
  readonly all = { sent: 0, refused: 0, inDoubt: 0 };

  constructor(private readonly ledger: Pick<Ledger, 'add'>, private readonly clock: Clock, private readonly run: string) {
    this.writtenAt = clock.now();
  }

  count(fate: Fate): void {
    if (fate.kind === 'sent' && !fate.before) {
      this.grow('sent');
    } else if (fate.kind === 'refused') {
      this.grow('refused');
    } else if (fate.kind === 'in-doubt') {
      this.grow('inDoubt');
    }
  }

  add(sum: 'throttled' | 'failedAgain' | 'succeeded', number = 1): void {
    this.pending[sum] = (this.pending[sum] ?? 0) + number;
  }

  async write(now = false): Promise<void> {
    if (Object.keys(this.pending).length === 0 || (!now && this.clock.now() - this.writtenAt < INTERVAL)) {
      return;
    }
    const sums = this.pending;
    this.pending = {};
    this.writtenAt = this.clock.now();
    await this.ledger.add(this.run, sums);
  }

  private grow(sum: 'sent' | 'refused' | 'inDoubt'): void {
    this.all[sum] += 1;
    this.pending[sum] = (this.pending[sum] ?? 0) + 1;
  }
}
