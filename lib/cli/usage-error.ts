/** Someone called the command line in a way that it does not understand. */
export class UsageError extends Error {
  public readonly name = 'UsageError';
}
