import { decoded } from './json';

/** What a dead-letter queue or topic is told: the event, and three attributes. */
export interface DeadLetter {
  /** That of the invocation, the same for all attempts. */
  readonly requestId: string;

  /** 200 for an error of the function, 404 if it was gone, 429 if it was throttled; absent with a reserved concurrency of 0. */
  readonly errorCode?: number;

  /** The first 1024 bytes of the error. */
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
 * The names of the attributes.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const DEAD_LETTER_ATTRIBUTE = { requestId: 'RequestID', errorCode: 'ErrorCode', errorMessage: 'ErrorMessage' } as const;

/** The attributes of a message, each as text. */
export type Attributes = ReadonlyMap<string, string>;

/** The dead letter that a message is; undefined if its attributes are not those of one. */
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
