import type { Evidence } from './evidence';

/** How a service behaves: the simulator plays it, or a rule rests on it. */
export interface Fact {
  /** The behaviour, as a sentence. */
  readonly fact: string;

  /** Where it is documented or recorded. */
  readonly source: string;
  readonly evidence: Evidence;
}
