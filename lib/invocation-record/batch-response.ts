import type { Origin } from './reading';

/** The response of a function behind a queue: only the messages in it come again. */
export interface BatchResponse {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/**
 * The response of a function behind a queue (with `reportBatchItemFailures`) that failed to handle some readings.
 *
 * @throws Error if a reading did not come from a queue, because the response cannot make it come again
 */
export function batchResponse(failed: Iterable<Origin>): BatchResponse {
  const ids = new Set<string>();
  for (const { messageId, via } of failed) {
    if (messageId === undefined) {
      throw new Error(`A batch response must be about messages of a queue, got: a reading that came ${via.length > 0 ? `via ${via.join(', ')}` : 'by itself'}. `
        + 'Throw an error instead, so that Lambda retries the event.');
    }
    ids.add(messageId);
  }
  return { batchItemFailures: [...ids].map(itemIdentifier => ({ itemIdentifier })) };
}
