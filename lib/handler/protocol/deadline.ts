import { HANDLER_TIME } from '../../contract/handler-time';
import type { Clock } from '../clock';

const SECOND = 1000;

/** The time of one run of the handler, which ends before Lambda ends it. */
export class Deadline {
  private readonly end: number;
  private readonly answering: number;

  /** @param time what Lambda leaves this run, in milliseconds */
  constructor(private readonly clock: Clock, time: number) {
    const usable = time - HANDLER_TIME.spare * SECOND;
    this.end = clock.now() + usable;
    this.answering = Math.min(HANDLER_TIME.answer * SECOND, usable / 2);
  }

  /** Milliseconds until the answer has to be begun. */
  remaining(): number {
    return this.left() - this.answering;
  }

  /** Milliseconds until the answer has to be delivered. */
  left(): number {
    return this.end - this.clock.now();
  }

  /** The same that leaves time for something after it: so many milliseconds, or half of what is left. */
  earlier(milliseconds: number): Pick<Deadline, 'left'> {
    const time = Math.min(milliseconds, this.left() / 2);
    return { left: () => this.left() - time };
  }

  /**
   * Waits for some work, but no longer than until the answer has to be begun.
   *
   * @throws OutOfTime when the work takes longer; whatever the work throws
   */
  async meet<T>(work: Promise<T>): Promise<T> {
    let switchOff = () => {};
    const tooLate = new Promise<never>((_, reject) => {
      switchOff = this.clock.alarm(Math.max(0, this.remaining()), () => reject(new OutOfTime()));
    });
    try {
      return await Promise.race([work, tooLate]);
    } finally {
      switchOff();
    }
  }
}

/** Thrown when the handler has to answer although its work is not done. */
export class OutOfTime extends Error {
  constructor() {
    super('The handler ran out of time before it was done. What it had begun may have taken effect.');
    this.name = 'OutOfTime';
  }
}
