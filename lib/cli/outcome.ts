/** What a command leads to. */
export interface Outcome {
  /** 0: nothing to complain of; 1: findings; 2: not usable. */
  readonly code: 0 | 1 | 2;

  /** For the standard output. */
  readonly out?: string;

  /** For the standard error. */
  readonly problem?: string;
}

/** What is known of whoever reads the output. */
export interface Reader {
  readonly colours: boolean;
}
