/** The code of a function of the app cannot be run here. */
export class CannotRunError extends Error {
  constructor(
    /** What messages call the function. */
    readonly functionName: string,

    /** Why, as a clause. */
    readonly reason: string,
  ) {
    super(`The code of \`${functionName}\` cannot be run: ${reason}. Say with \`respond(…)\` what the function does instead.`);
    this.name = 'CannotRunError';
  }
}
