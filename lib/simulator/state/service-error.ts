/** An answer of Lambda that is an error: with its code, status and message. */
export class ServiceError extends Error {
  constructor(
    /** E.g. `ResourceNotFoundException`. */
    readonly code: string,

    /** Of HTTP. */
    readonly statusCode: number,
    message: string,

    /** Why a request was throttled, e.g. `ReservedFunctionConcurrentInvocationLimitExceeded`. */
    readonly reason?: string,
  ) {
    super(message);
    this.name = code;
  }
}
