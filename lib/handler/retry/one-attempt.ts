const SECOND = 1000;

/**
 * How every client of the handler is made: it tries everything once, and waits for nothing for ever.
 *
 * What to try again, and whether that is safe, `retrying` knows better than the SDK, which repeats
 * what is broken for good and may invoke a function twice.
 */
export const ONE_ATTEMPT = {
  maxAttempts: 1,
  requestHandler: {
    // A line that is not there after this long will not come.
    connectionTimeout: 5 * SECOND,
    // A call that takes longer, as a synchronous invocation does, says so: `client.send(command, { requestTimeout })`.
    requestTimeout: 30 * SECOND,
    throwOnRequestTimeout: true,
  },
} as const;
