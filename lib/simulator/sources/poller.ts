import type { Consumer } from './queue/simulated-queue';
import { Task } from '../time/task';

/** The clock, as far as tasks need it. */
export interface TaskClock {
  readonly milliseconds: number;
  enter(task: Task, wait: number): void;
}

/** Polls a source when there is something to get, and never otherwise. */
export abstract class Poller implements Consumer {
  private nextPollAt = Infinity;

  constructor(protected readonly clock: TaskClock) {}

  /** Gets what is there. The clock waits for a promise that it returns. */
  protected abstract poll(): void | Promise<void>;

  /** The time from which there is something to get, in milliseconds since 1970; infinite if nothing is known of. */
  protected abstract get availableAt(): number;

  wake(at: number): void {
    if (at < this.nextPollAt) {
      this.nextPollAt = at;
      this.clock.enter(new PollAt(this, at), at - this.clock.milliseconds);
    }
  }

  /** Forgets when to poll next. */
  reset(): void {
    this.nextPollAt = Infinity;
  }

  /** Whether to poll at a time. Otherwise it waits for the next time at which there is something. */
  isDue(at: number): boolean {
    if (at !== this.nextPollAt) {
      return false;
    }
    this.nextPollAt = Infinity;
    const { availableAt } = this;
    if (availableAt > at && availableAt < Infinity) {
      this.wake(availableAt);
    }
    return availableAt <= at;
  }

  /** Polls, and waits for the next time at which there is something. */
  happen(): void | Promise<void> {
    const held = this.poll();
    return held ? held.then(() => this.wakeAgain()) : this.wakeAgain();
  }

  private wakeAgain(): void {
    const { availableAt, clock } = this;
    if (availableAt > clock.milliseconds && availableAt < Infinity) {
      this.wake(availableAt);
    }
  }
}

/** A poll at a time. It is void if an earlier one came in between, or if what it was for is gone. */
class PollAt extends Task {
  constructor(private readonly poller: Poller, private readonly at: number) {
    super();
  }

  override get isVoid(): boolean {
    return !this.poller.isDue(this.at);
  }

  happen(): void | Promise<void> {
    return this.poller.happen();
  }
}

/** Something that happens at a time. */
export class Later extends Task {
  constructor(readonly happen: () => void | Promise<void>) {
    super();
  }
}
