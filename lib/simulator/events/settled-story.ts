import { inspect } from 'node:util';
import type { Outcome } from './outcome';

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
