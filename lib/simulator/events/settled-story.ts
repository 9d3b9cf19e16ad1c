import { inspect } from 'node:util';
import type { Outcome } from './outcome';

/** What happened while the clock moved: the events whose stories ended, in that order. */
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
