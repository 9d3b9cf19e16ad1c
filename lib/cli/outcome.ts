/** The result of a command. */
export interface Outcome {
  /** 0: fine; 1: findings, or a lost event; 2: the command could not run. */
  readonly code: 0 | 1 | 2;

  /** For the standard output. */
  readonly out?: string;

  /** For the standard error. */
  readonly problem?: string;
}

/** The reader of the output. */
export interface Reader {
  readonly colours: boolean;
}
