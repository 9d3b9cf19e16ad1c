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

    /** Who caused the error, as Lambda says; `null` for the few errors that do not say it. */
    readonly type: 'User' | null = 'User',
  ) {
    super(message);
    this.name = code;
  }
}
