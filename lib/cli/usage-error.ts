/** A wrong call of the command line. */
export class UsageError extends Error {
  readonly name = 'UsageError';
}
