import type { DeadLetter } from './dead-letter';
import type { StoredRecord } from './stored-record';
import type { InvocationRecord } from '../contract/invocation-record';

/** One message, event or object, as it was read. */
export type Reading = RecordReading | DeadLetterReading | StoredRecordReading | OtherReading;

/** The way that a reading came. */
export interface Origin {
  /** The envelopes around it, outermost first. Empty if there were none, as around the event of a destination function. */
  readonly via: readonly Via[];

  /** The id of the message in the queue; absent if there was no queue. */
  readonly messageId?: string;
}

export type Via = 'sqs' | 'sns' | 'eventbridge' | 's3';

/**
 * The payloads of a record as JSON text, unchanged.
 *
 * Use them to pass a payload on: `JSON.parse` rounds integers beyond 2^53 and turns `1.10` into `1.1`, so a payload
 * that was parsed and written again may not be the one that was sent.
 */
export interface PayloadTexts {
  /**
   * The event exactly as it was sent.
   *
   * Absent if the record has no event, or if the runtime parsed the record: behind a bus, a pipe or as the destination
   * itself, a function gets values. A queue or topic in between keeps the text.
   */
  readonly requestPayloadText?: string;

  /** The result, or the error of the last attempt, exactly as it was returned; absent as `requestPayloadText` is. */
  readonly responsePayloadText?: string;
}

/** A record of an asynchronous invocation. */
export interface RecordReading extends Origin, PayloadTexts {
  readonly kind: 'record';
  readonly record: InvocationRecord;
}

/** An event in a dead-letter queue or topic. */
export interface DeadLetterReading extends Origin {
  readonly kind: 'dead-letter';
  readonly deadLetter: DeadLetter;
}

/** A notification that a bucket received a record. You have to read the record itself from the bucket. */
export interface StoredRecordReading extends Origin {
  readonly kind: 'stored-record';
  readonly object: StoredRecord;
}

/** A value that is neither a record, a dead letter nor such a notification. */
export interface OtherReading extends Origin {
  readonly kind: 'other';
  readonly why: OtherCause;

  /** A clause for the log. It contains nothing of the content. */
  readonly reason: string;
}

/**
 * The reason why something is neither a record nor a dead letter nor a notification of a record:
 *
 * - `event-source-mapping`: the record of an event source mapping, which is about a batch, not about an invocation;
 * - `malformed-record`: a record without a member that Lambda always sends, or with a member of another type;
 * - `other-object`: a notification about an object that is not a record, or that was removed;
 * - `no-json`: a text that is not JSON;
 * - `too-deep`: more nested envelopes than services make;
 * - `no-record`: anything else.
 */
export type OtherCause = 'event-source-mapping' | 'malformed-record' | 'other-object' | 'no-json' | 'too-deep' | 'no-record';
