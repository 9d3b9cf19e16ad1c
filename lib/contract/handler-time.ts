/** What the handler needs of its own timeout besides the time of an invocation, in seconds. Whoever declares the function that runs it has to add this. */
export const HANDLER_TIME = {
  /** What an invocation may take beyond its own timeout: the start of the function, which does not count, and the way there and back. */
  invocation: 15,

  /** For finding out what went wrong. */
  report: 5,

  /** For the answer to CloudFormation, which may need several attempts. */
  answer: 20,

  /** Between the last attempt and the end that Lambda sets. */
  spare: 1,

  /** Where there is room: for a grant that is late, or a function that is not ready, since going on in another run takes longer. */
  retries: 120,
} as const;

/**
 * How old a config has to be before an event can rely on it, in seconds.
 *
 * Lambda answers with a new config at once, but goes on for a while to send outcomes where the old one said. Events
 * accepted after two and a half minutes were recorded to follow the new one; nothing less is known to be enough.
 */
export const CONFIG_SPREAD_TIME = 180;
