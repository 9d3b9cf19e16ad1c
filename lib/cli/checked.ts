import type { Finding } from '../checks';
import type { Topology } from '../topology';

/** The result of a check. */
export interface Checked {
  readonly assembly: string;
  readonly topology: Topology;
  readonly findings: readonly Finding[];

  /** The findings that the app acknowledges. */
  readonly acknowledged: readonly Finding[];
}
