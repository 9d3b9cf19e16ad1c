/** Invocation type of Lambda. */
export enum InvocationType {
  /**
   * Lambda accepts the event and runs the function later.
   *
   * The deployment continues without the result, unless you set `awaitOutcome`.
   */
  EVENT = 'Event',

  /** The deployment waits for the function, and fails if the function fails. */
  REQUEST_RESPONSE = 'RequestResponse',

  /** Lambda checks parameters and permissions, and does not run the function. */
  DRY_RUN = 'DryRun',
}
