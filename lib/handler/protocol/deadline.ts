import { HANDLER_TIME } from '../../contract/handler-time';
import type { Clock } from '../clock';

const SECOND = 1000;

/** Time of one run of the handler. It ends before the timeout of Lambda. */
export class Deadline {
  private readonly end: number;
  private readonly answering: number;

  /** @param time milliseconds until the timeout of Lambda */
  constructor(private readonly clock: Clock, time: number) {
    const usable = time - HANDLER_TIME.spare * SECOND;
    this.end = clock.now() + usable;
    this.answering = Math.min(HANDLER_TIME.answer * SECOND, usable / 2);
  }

  /** Milliseconds until the handler has to begin its answer. */
  remaining(): number {
    return this.left() - this.answering;
  }

  /** Milliseconds until the handler has to have delivered its answer. */
  left(): number {
    return this.end - this.clock.now();
  }

  /** Deadline that leaves time for something after it: the given milliseconds, or half of the rest. */
  earlier(milliseconds: number): Pick<Deadline, 'left'> {
    const time = Math.min(milliseconds, this.left() / 2);
    return { left: () => this.left() - time };
  }

  /**
   * Waits for work until the answer has to begin.
   *
   * @throws OutOfTime if the work takes longer; the error of the work if it fails
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

/** Thrown when the handler has to answer before its work is done. */
export class OutOfTime extends Error {
  constructor() {
    super('The handler ran out of time before it was done. What it had begun may have taken effect.');
    this.name = 'OutOfTime';
  }
}
