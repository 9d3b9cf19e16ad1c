import { batchResponse, readRecords, retryAdvice, type BatchResponse, type Reading } from 'cdk-async-invoke/invocation-record';

/** Invokes a function asynchronously; `payload` is JSON text. */
export type Invoke = (functionArn: string, payload: string) => Promise<void>;

/**
 * Reads the failure queue, with `reportBatchItemFailures`, and sends events again that may succeed now.
 *
 * All other messages stay in the queue until you have repaired the cause. If the queue has a dead-letter queue, they end there.
 */
export function redriver(invoke: Invoke): (event: unknown) => Promise<BatchResponse> {
  return async event => {
    const left: Reading[] = [];
    for (const reading of readRecords(event)) {
      const sent = await redrive(reading, invoke);
      if (!sent) {
        left.push(reading);
      }
    }
    return batchResponse(left);
  };
}

async function redrive(reading: Reading, invoke: Invoke): Promise<boolean> {
  if (reading.kind !== 'record') {
    console.log(`${reading.messageId}: ${reading.kind === 'other' ? reading.reason : reading.kind}`);
    return false;
  }
  // The text of the event, not its value: parsing would change some numbers.
  const { record: { requestContext }, requestPayloadText } = reading;
  const { retry, why } = retryAdvice(reading.record);
  console.log(`${requestContext.requestId}: ${retry}, ${why}`);
  if (retry === 'never') {
    return true;
  }
  // A record that was too large for its topic arrives without the event.
  if (retry !== 'now' || requestPayloadText === undefined) {
    return false;
  }
  try {
    await invoke(requestContext.functionArn, requestPayloadText);
    return true;
  } catch (error) {
    console.log(`${requestContext.requestId}: not sent, ${(error as Error).name}`);
    return false;
  }
}
