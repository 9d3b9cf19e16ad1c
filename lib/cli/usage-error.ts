/** A wrong call of the command line. */
export class UsageError extends Error {
  public readonly name = 'UsageError';
}
