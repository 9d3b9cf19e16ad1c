/** The simulator cannot run the code of a function. */
export class CannotRunError extends Error {
  constructor(
    /** The name of the function in messages. */
    readonly functionName: string,

    /** The reason, as a clause. */
    readonly reason: string,

    /** The environment variable whose value is missing, if that is the reason. */
    readonly variable?: string,
  ) {
    const way = variable === undefined ? 'Say' : `Set it with \`runsCode({ environment: { ${variable}: … } })\`, or say`;
    super(`The code of \`${functionName}\` cannot be run: ${reason}. ${way} with \`respond(…)\` what the function does instead.`);
    this.name = 'CannotRunError';
  }
}
