/** Seconds that the handler needs besides the time of an invocation. The timeout of the function that runs the handler includes them. */
export const HANDLER_TIME = {
  /** Time of an invocation beyond the timeout of the function: for its cold start and for the network. */
  invocation: 15,

  /** Time to find the reason of a failure. */
  report: 5,

  /** Time for the answer to CloudFormation, which may take several attempts. */
  answer: 20,

  /** Time between the last attempt and the timeout of Lambda. */
  spare: 1,

  /** Time to wait for a permission to spread, a function to become ready, or throttling to end: these take minutes at most. */
  retries: 300,
} as const;

/**
 * Age in seconds from which a config is surely in force.
 *
 * Lambda returns a new config at once, but delivers by the old one for a while. Recorded events that were accepted after
 * two and a half minutes followed the new config. No recording shows that less is enough.
 */
export const CONFIG_SPREAD_TIME = 180;
