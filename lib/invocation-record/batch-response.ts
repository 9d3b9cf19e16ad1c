import type { Origin } from './reading';

/** What a function answers to a queue so that only the messages that failed come again. */
export interface BatchResponse {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/**
 * The answer of a function behind a queue (with `reportBatchItemFailures`) that could not handle some readings.
 *
 * @throws if one of them did not come from a queue: the answer could not make it come again.
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
