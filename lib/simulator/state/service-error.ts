/** An error that Lambda answers, with its code, status and message. */
export class ServiceError extends Error {
  constructor(
    /** The code, e.g. `ResourceNotFoundException`. */
    readonly code: string,

    /** The HTTP status. */
    readonly statusCode: number,
    message: string,

    /** The reason of a throttle, e.g. `ReservedFunctionConcurrentInvocationLimitExceeded`. */
    readonly reason?: string,
  ) {
    super(message);
    this.name = code;
  }
}
