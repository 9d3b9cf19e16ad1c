import { decoded } from './json';

/** A message in a dead-letter queue or topic: the event, and three attributes. */
export interface DeadLetter {
  /** The request id of the invocation, the same for all attempts. */
  readonly requestId: string;

  /** 200 for a function error, 404 if the function was gone, 429 for a throttle; absent with a reserved concurrency of 0. */
  readonly errorCode?: number;

  /** The first 1,024 bytes of the error message. */
  readonly errorMessage?: string;

  /** The event, parsed. */
  readonly payload: unknown;

  /**
   * The event exactly as it was sent: JSON text. Use it to send the event again, because parsing changes some numbers.
   *
   * Absent if the message does not hold JSON.
   */
  readonly payloadText?: string;
}

/**
 * The names of the attributes of a dead letter.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const DEAD_LETTER_ATTRIBUTE = { requestId: 'RequestID', errorCode: 'ErrorCode', errorMessage: 'ErrorMessage' } as const;

/** The attributes of a message, each as a string. */
export type Attributes = ReadonlyMap<string, string>;

/** Reads a message as a dead letter; undefined if it does not have the attributes of one. */
export function deadLetterOf(body: unknown, attributes: Attributes): DeadLetter | undefined {
  const requestId = attributes.get(DEAD_LETTER_ATTRIBUTE.requestId);
  const errorCode = attributes.get(DEAD_LETTER_ATTRIBUTE.errorCode);
  const errorMessage = attributes.get(DEAD_LETTER_ATTRIBUTE.errorMessage);
  if (requestId === undefined || (errorCode === undefined && errorMessage === undefined)) {
    return undefined;
  }
  const { value: payload, text: payloadText } = decoded({ value: body }) ?? { value: body };
  return {
    requestId,
    ...errorCode !== undefined && /^\d+$/.test(errorCode) && { errorCode: Number(errorCode) },
    ...errorMessage !== undefined && { errorMessage },
    payload,
    ...payloadText !== undefined && { payloadText },
  };
}
