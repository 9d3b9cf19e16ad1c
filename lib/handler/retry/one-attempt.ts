const SECOND = 1000;

/**
 * Settings of every client: one attempt, with a timeout.
 *
 * `retrying` does the retries. The SDK would also repeat errors that never pass,
 * and could invoke a function twice.
 */
export const ONE_ATTEMPT = {
  maxAttempts: 1,
  requestHandler: {
    // Time to connect.
    connectionTimeout: 5 * SECOND,
    // Calls that take longer, such as synchronous invocations, pass `{ requestTimeout }` to `send`.
    requestTimeout: 30 * SECOND,
    throwOnRequestTimeout: true,
  },
} as const;
