/** Failure with a message and lines of a log. */
export class Failure extends Error {
  /**
   * @param message first part of the reason
   * @param logLines lines that follow if there is room; the last lines matter most
   */
  constructor(message: string, readonly logLines: readonly string[] = []) {
    super(message);
    this.name = 'Failure';
  }
}

/** Reason for users, from anything thrown. It has no stack trace, which says nothing about their app. */
export function wordsOf(error: unknown): { readonly message: string; readonly logLines: readonly string[] } {
  if (error instanceof Failure) {
    return error;
  }
  if (!(error instanceof Error)) {
    return { message: String(error), logLines: [] };
  }
  // The name explains messages such as "Rate Exceeded.".
  return { message: '$metadata' in error ? `${error.name}: ${error.message}` : error.message, logLines: [] };
}
