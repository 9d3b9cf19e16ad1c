import type { DeadLetter } from './dead-letter';
import type { StoredRecord } from './stored-record';
import type { InvocationRecord } from '../contract/invocation-record';

/** What one message, event or object turned out to be. */
export type Reading = RecordReading | DeadLetterReading | StoredRecordReading | OtherReading;

/** How it came. */
export interface Origin {
  /** The envelopes around it, outermost first; empty if it came by itself, e.g. as the event of a function or the body of an object. */
  readonly via: readonly Via[];

  /** That of the message of the queue; absent if no queue was involved. */
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

/** An event that a dead-letter queue or topic got. */
export interface DeadLetterReading extends Origin {
  readonly kind: 'dead-letter';
  readonly deadLetter: DeadLetter;
}

/** A notification that a bucket got a record: the record itself has yet to be read from there. */
export interface StoredRecordReading extends Origin {
  readonly kind: 'stored-record';
  readonly object: StoredRecord;
}

/** Something else. */
export interface OtherReading extends Origin {
  readonly kind: 'other';
  readonly why: OtherCause;

  /** A sentence for the log; tells nothing of the content. */
  readonly reason: string;
}

/**
 * What else it is:
 *
 * - `event-source-mapping`: the record of an event source mapping, which tells of a batch, not of an invocation;
 * - `malformed-record`: a record of which a part that Lambda always sends is missing, or of another type;
 * - `other-object`: the notification of an object that is no record, or no longer there;
 * - `no-json`: text that is no JSON;
 * - `too-deep`: more envelopes within each other than any service makes;
 * - `no-record`: anything else.
 */
export type OtherCause = 'event-source-mapping' | 'malformed-record' | 'other-object' | 'no-json' | 'too-deep' | 'no-record';
