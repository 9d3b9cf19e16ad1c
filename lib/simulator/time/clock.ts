import { Agenda, type Due } from './agenda';
import { milliseconds, type TimeSpan } from './span';
import { inspect } from '../../doors/inspect';

/** The latest date of JavaScript, in milliseconds since 1970. */
const LATEST_DATE = 8_640_000_000_000_000;

/** The clock of the simulation. It stands still until you move it; then everything happens that is due. */
export class Clock<T extends Due = Due, Story = void> {
  private readonly agenda = new Agenda<T>();
  private isMoving = false;

  /**
   * @param time in milliseconds since 1970
   * @param happen called with each item that is due; the clock waits for a promise that it returns
   * @param tell returns what has happened since the last call
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
   * Moves the clock forward. Everything happens that is due until then, at the very end included.
   *
   * @returns the events that ended
   * @throws RangeError if `span` is not a time of 0 or more
   * @throws Error if a function has no behaviour, or if its code cannot run. Errors that the function itself throws are part of the simulation
   */
  async advanceBy(span: TimeSpan): Promise<Story> {
    const until = this.time + milliseconds(span, 'span');
    if (until > LATEST_DATE) {
      throw new RangeError(`\`span\` must not lead beyond ${new Date(LATEST_DATE).toISOString()}, got: ${inspect(span)}`);
    }
    await this.moveTo(until);
    this.time = until;
    return this.tell();
  }

  /**
   * Moves the clock until nothing is left to happen.
   *
   * @returns the events that ended
   * @throws Error if a function has no behaviour, or if its code cannot run
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
      throw new Error('The clock is moving already. Await the promise of `advanceBy` or `settle` before you move it again, and do not move it from within a function.');
    }
    this.isMoving = true;
    try {
      while (this.agenda.nextAt <= until) {
        const item = this.agenda.next();
        this.time = item.dueAt;
        const held = this.happen(item);
        // Awaiting a promise for each item would take longer than the simulation itself.
        if (held !== undefined) {
          await held;
        }
      }
    } finally {
      this.isMoving = false;
    }
  }
}
