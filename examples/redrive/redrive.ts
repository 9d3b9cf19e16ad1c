import { batchResponse, readRecords, retryAdvice, type BatchResponse, type Reading } from 'cdk-async-invoke/invocation-record';

/** Invokes a function asynchronously. */
export type Invoke = (functionArn: string, payload: unknown) => Promise<void>;

/**
 * A function behind the failure queue, with `reportBatchItemFailures`: sends again what may succeed now.
 *
 * Everything else stays in the queue, and in the end in the dead-letter queue of that, until somebody has repaired the cause.
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
  const { requestContext, requestPayload } = reading.record;
  const { retry, why } = retryAdvice(reading.record);
  console.log(`${requestContext.requestId}: ${retry}, ${why}`);
  if (retry === 'never') {
    return true;
  }
  // A record that was too large for its topic has lost the event.
  if (retry !== 'now' || requestPayload === undefined) {
    return false;
  }
  try {
    await invoke(requestContext.functionArn, requestPayload);
    return true;
  } catch (error) {
    console.log(`${requestContext.requestId}: not sent, ${(error as Error).name}`);
    return false;
  }
}
