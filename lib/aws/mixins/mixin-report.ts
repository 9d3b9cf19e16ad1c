import type { IConstruct } from 'constructs';

/** What a mixin did with a function and qualifier. */
export enum MixinOutcome {
  /** The mixin added what was missing. */
  ADDED = 'ADDED',

  /** The mixin left it as it is. */
  LEFT = 'LEFT',
}

/** An entry in the report of a mixin. */
export interface MixinReportEntry {
  /** Construct that the entry is about: the function, or the config that was there already. */
  readonly construct: IConstruct;

  /** Path of the function, e.g. `Shop/Orders`. */
  readonly functionPath: string;

  /** Alias, version or `$LATEST`; absent if the entry is about the whole function. A token for a version of the app. */
  readonly qualifier?: string;

  readonly outcome: MixinOutcome;

  /** What was added, or the reason to leave it, as a clause, e.g. "it has a dead-letter queue". */
  readonly detail: string;
}
