import { inspect } from 'node:util';
import { Agenda, type Due } from './agenda';
import { milliseconds, type TimeSpan } from './span';

/** There are no dates after it, in milliseconds since 1970. */
const LATEST_DATE = 8_640_000_000_000_000;

/** The only time there is: it stands still until it is moved, and then everything happens that is due. */
export class Clock<T extends Due = Due, Story = void> {
  private readonly agenda = new Agenda<T>();
  private isMoving = false;

  /**
   * @param time in milliseconds since 1970
   * @param happen what to do with something that is due; a promise holds the clock until it is settled
   * @param tell says what has happened since it was called last
   */
  constructor(private time: number, private readonly happen: (item: T) => void | Promise<void>, private readonly tell: () => Story) {}

  /** The time. */
  get now(): Date {
    return new Date(this.time);
  }

  /** The time, in milliseconds since 1970. */
  get milliseconds(): number {
    return this.time;
  }

  /** Whether nothing is left to happen. */
  get isSettled(): boolean {
    return this.agenda.nextAt === Infinity;
  }

  /**
   * Moves the time on, and lets everything happen that is due by then, that very moment included.
   *
   * @returns what happened
   * @throws what a function throws that cannot be simulated; never what a function of the app throws
   */
  async advanceBy(span: TimeSpan): Promise<Story> {
    const until = this.time + milliseconds(span, 'span');
    if (until > LATEST_DATE) throw new RangeError(`\`span\` must not lead beyond ${new Date(LATEST_DATE).toISOString()}, got: ${inspect(span)}`);
    await this.moveTo(until);
    this.time = until;
    return this.tell();
  }

  /**
   * Moves the time to the next thing that happens, again and again until nothing is left to happen.
   *
   * @returns what happened
   */
  async settle(): Promise<Story> {
    await this.moveTo(Number.MAX_VALUE);
    return this.tell();
  }

  /** @internal */
  enter(item: T, wait: number): void {
    this.agenda.add(item, this.time, wait);
  }

  /** @internal */
  clear(): void {
    this.agenda.clear();
  }

  private async moveTo(until: number): Promise<void> {
    if (this.isMoving) {
      throw new Error('The clock must not be moved while it moves: wait for the promise of `advanceBy` or `settle` first, and do not move it from within a function.');
    }
    this.isMoving = true;
    try {
      while (this.agenda.nextAt <= until) {
        const item = this.agenda.next();
        this.time = item.dueAt;
        const held = this.happen(item);
        // A promise for everything that happens would cost more than what happens.
        if (held !== undefined) await held;
      }
    } finally {
      this.isMoving = false;
    }
  }
}
