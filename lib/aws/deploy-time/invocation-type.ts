/** How a function is invoked. */
export enum InvocationType {
  /**
   * Lambda takes the event, answers, and runs the function later.
   *
   * The deployment goes on without knowing how that ends, unless `awaitOutcome` is set.
   */
  EVENT = 'Event',

  /** The deployment waits for the function, and fails if the function does. */
  REQUEST_RESPONSE = 'RequestResponse',

  /** Lambda only says whether it would run the function. */
  DRY_RUN = 'DryRun',
}
