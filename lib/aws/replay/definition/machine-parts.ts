import type { ReplayDefaults } from '../../../contract/replay';
import type { ArchiveReplay } from '../archive-source';

/** What the definition refers to. */
export interface MachineParts {
  readonly partition: string;

  /** ARN of the function that sends nothing. */
  readonly planner: string;

  /** ARN of the function that sends. */
  readonly sender: string;

  /** Name of the bucket for plans and reports. */
  readonly workBucket: string;
  readonly archives: readonly ArchiveReplay[];

  /** Settings of runs that an input leaves out. */
  readonly defaults: ReplayDefaults;
}
