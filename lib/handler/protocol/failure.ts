/** A failure of which more can be told than fits into a sentence. */
export class Failure extends Error {
  /**
   * @param message what users read first
   * @param logLines follow if there is room, the last ones first of all
   */
  constructor(message: string, readonly logLines: readonly string[] = []) {
    super(message);
    this.name = 'Failure';
  }
}

/** What users read of anything thrown. Never the stack: it says nothing of their app. */
export function wordsOf(error: unknown): { readonly message: string; readonly logLines: readonly string[] } {
  if (error instanceof Failure) {
    return error;
  }
  if (!(error instanceof Error)) {
    return { message: String(error), logLines: [] };
  }
  // The name of an error of a service says what its message often does not, e.g. "Rate Exceeded.".
  return { message: '$metadata' in error ? `${error.name}: ${error.message}` : error.message, logLines: [] };
}
