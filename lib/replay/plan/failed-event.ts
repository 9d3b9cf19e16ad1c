import { errorOf, isSuccess, retryAdvice, type DeadLetterReading, type Reading, type RecordReading, type RetryAdvice } from '../../invocation-record';

/** An event that a record or a dead letter is about. */
export interface FailedEvent {
  /** Request id of its invocation. */
  readonly id: string;

  /** ARN with the qualifier of the caller; absent for a dead letter whose function is not declared. */
  readonly functionArn?: string;

  /** Condition of the record, or `DEAD_LETTER`. */
  readonly condition: string;

  /** Absent for a dead letter, which has only a message. */
  readonly errorType?: string;

  /** Version that ran; absent if none did. */
  readonly executedVersion?: string;

  /** Time of the record in milliseconds; absent if nothing tells it. */
  readonly time?: number;
  readonly advice: RetryAdvice['retry'];

  /** The event exactly as it was sent, or the reason why it is not there. */
  readonly payload: { readonly text: string } | { readonly missing: 'noPayload' | 'inexact' };
}

/** A message or object that is neither a record nor a dead letter. */
export interface Unreadable {
  /** Clause about it that has nothing of its content. */
  readonly unreadable: string;
}

/** What the place of a message adds to it. */
export interface PlaceOfEvent {
  /** Function whose dead letters are here: ARN with qualifier. */
  readonly deadLettersOf?: string;

  /** Time in milliseconds at which the message was sent. */
  readonly sentAt?: number;
}

/** Condition that stands for that of a dead letter, which has none. */
export const DEAD_LETTER = 'DeadLetter';

/** The event that a reading is about. */
export function failedEvent(reading: Reading, place: PlaceOfEvent): FailedEvent | Unreadable {
  switch (reading.kind) {
    case 'record': return ofRecord(reading);
    case 'dead-letter': return ofDeadLetter(reading, place);
    case 'stored-record': return { unreadable: 'it is a notification about a stored record: declare the bucket as a source instead' };
    case 'other': return { unreadable: reading.reason };
  }
}

export function isReadable(event: FailedEvent | Unreadable): event is FailedEvent {
  return !('unreadable' in event);
}

function ofRecord({ record, requestPayloadText: text }: RecordReading): FailedEvent {
  const { requestId, functionArn, condition } = record.requestContext;
  const time = Date.parse(record.timestamp);
  const error = isSuccess(record) ? undefined : errorOf(record);
  const executedVersion = record.responseContext?.executedVersion;
  return {
    id: requestId,
    functionArn,
    condition,
    ...error && { errorType: error.type },
    ...executedVersion !== undefined && { executedVersion },
    ...!Number.isNaN(time) && { time },
    advice: retryAdvice(record).retry,
    payload: text === undefined ? { missing: record.requestPayload === undefined ? 'noPayload' : 'inexact' } : { text },
  };
}

function ofDeadLetter({ deadLetter }: DeadLetterReading, { deadLettersOf, sentAt }: PlaceOfEvent): FailedEvent {
  return {
    id: deadLetter.requestId,
    ...deadLettersOf !== undefined && { functionArn: deadLettersOf },
    condition: DEAD_LETTER,
    ...sentAt !== undefined && { time: sentAt },
    advice: retryAdvice(deadLetter).retry,
    payload: deadLetter.payloadText === undefined ? { missing: 'inexact' } : { text: deadLetter.payloadText },
  };
}
