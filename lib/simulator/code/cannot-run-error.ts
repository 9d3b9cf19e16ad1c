/** The simulator cannot run the code of a function. */
export class CannotRunError extends Error {
  constructor(
    /** The name of the function in messages. */
    readonly functionName: string,

    /** The reason, as a clause. */
    readonly reason: string,
  ) {
    super(`The code of \`${functionName}\` cannot be run: ${reason}. Say with \`respond(…)\` what the function does instead.`);
    this.name = 'CannotRunError';
  }
}
