/** Something that is due at a time. */
export interface Due {
  /** Whether there is nothing to do any more, so that the clock need not move for it. */
  readonly isVoid: boolean;
}
