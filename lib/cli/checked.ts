import type { Finding } from '../checks';
import type { Topology } from '../topology';

/** What a check has found. */
export interface Checked {
  readonly assembly: string;
  readonly topology: Topology;
  readonly findings: readonly Finding[];

  /** What the app accepts. */
  readonly acknowledged: readonly Finding[];
}
