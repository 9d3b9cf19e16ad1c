import { Agenda } from './agenda';
import type { Due } from './due';
import { milliseconds, type TimeSpan } from './span';
import { inspect } from '../../doors/inspect';

/** The latest date of JavaScript, in milliseconds since 1970. */
const LATEST_DATE = 8_640_000_000_000_000;

/** Recurring things that may happen while the clock settles, before it counts as endless. */
const ENDLESS = 10_000;

/** The clock of the simulation. It stands still until you move it; then everything happens that is due. */
export class Clock<T extends Due = Due, Story = void> {
  private readonly agenda = new Agenda<T>();

  /** What happens whether or not anything else does, e.g. the next time of a schedule. */
  private readonly standing = new Agenda<T>();
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

  /** Whether nothing is left to happen, besides what recurs by itself, as schedules do. */
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
   * Schedules go on forever, so they do not keep the clock moving. What they start until then is part of the story.
   *
   * @returns the events that ended
   * @throws Error if a function has no behaviour, if its code cannot run, or if schedules always start something new before the last thing has ended
   */
  async settle(): Promise<Story> {
    await this.moveTo(Infinity);
    return this.tell();
  }

  /** @internal */
  enter(item: T, wait: number): void {
    this.agenda.add(item, this.time, wait);
  }

  /** @internal */
  enterStanding(item: T, wait: number): void {
    this.standing.add(item, this.time, wait);
  }

  /** @internal */
  clear(): void {
    this.agenda.clear();
    this.standing.clear();
  }

  private async moveTo(until: number): Promise<void> {
    if (this.isMoving) {
      throw new Error('The clock is moving already. Await the promise of `advanceBy` or `settle` before you move it again, and do not move it from within a function.');
    }
    this.isMoving = true;
    let recurred = 0;
    try {
      for (let next = this.nextUntil(until); next; next = this.nextUntil(until)) {
        recurred += next === this.standing ? 1 : 0;
        if (recurred > ENDLESS && until === Infinity) {
          throw new Error(`The clock cannot settle: schedules have started something ${ENDLESS} times before the last thing had ended. Use \`advanceBy\` instead.`);
        }
        const { nextAt } = next;
        const item = next.next();
        if (item.isVoid) {
          continue;
        }
        this.time = nextAt;
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

  /** The agenda with what is due next; undefined if that is too late, or if the clock has only to settle. */
  private nextUntil(until: number): Agenda<T> | undefined {
    const { agenda, standing } = this;
    const { nextAt } = agenda;
    const { nextAt: standingAt } = standing;
    if (nextAt <= standingAt) {
      return nextAt <= until && nextAt < Infinity ? agenda : undefined;
    }
    return standingAt <= until && (until < Infinity || nextAt < Infinity) ? standing : undefined;
  }
}
