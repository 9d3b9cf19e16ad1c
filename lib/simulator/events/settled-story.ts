import type { Outcome } from './outcome';
import { inspect } from '../../doors/inspect';

/** The events that ended while the clock moved, in the order in which they ended. */
export class Story {
  readonly #tell: () => Outcome[];

  constructor(tell: () => Outcome[], readonly length: number) {
    this.#tell = tell;
  }

  get outcomes(): Outcome[] {
    return this.#tell();
  }

  toString(): string {
    return this.length === 0 ? 'Nothing ended.' : this.outcomes.join('\n');
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
