import type { Caller } from './caller';
import type { FifoProperties, MessageAttributes, TakenMessage } from './message';
import type { Place } from '../simulated-functions';

/** The queues of the app. */
export interface QueueService {
  /** The first queue with that name, in that account and Region if they are given. */
  find(name: string, place: Place): ApiQueue | undefined;
  send(queue: ApiQueue, message: MessageToSend, caller: Caller): TakenMessage;

  /** The messages that are visible now, at most `max`. It does not wait. */
  receive(queue: ApiQueue, options: ReceiveOptions): ReceivedMessage[];

  /** Deleting a message again is `done`. */
  delete(queue: ApiQueue, receiptHandle: string): Exclude<HandleOutcome, 'not in flight' | 'too long'>;

  /** @param timeout the time from now for which the message is invisible, in seconds */
  changeVisibility(queue: ApiQueue, receiptHandle: string, timeout: number): HandleOutcome;

  /**
   * Deletes all messages.
   *
   * @returns false if the queue was purged in the last 60 seconds, so that it refuses
   */
  purge(queue: ApiQueue): boolean;
}

/**
 * What becomes of a request with a receipt handle. `invalid` is not one of the queue; `expired` is that of an earlier
 * receive of a FIFO queue; `too long` is a visibility of more than 12 hours since the message was received.
 */
export type HandleOutcome = 'done' | 'invalid' | 'expired' | 'not in flight' | 'too long';

/** A queue as the API sees it. */
export interface ApiQueue {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly fifo: boolean;

  /** Whether it derives the deduplication id of a message from its body. */
  readonly contentBasedDeduplication: boolean;

  /** The largest message, in bytes. */
  readonly maximumMessageSize: number;

  /**
   * The attributes that its template sets, and their defaults, by the names of the API, e.g. `VisibilityTimeout`. Those
   * that the API alone knows, e.g. the ARN and the numbers of messages, are not among them.
   */
  readonly attributes: Readonly<Record<string, string>>;

  /** The numbers of its messages now. */
  readonly counts: { readonly visible: number; readonly inFlight: number; readonly delayed: number };

  /** In milliseconds since 1970. */
  readonly created: number;
}

/** A message to a queue. */
export interface MessageToSend extends FifoProperties {
  readonly body: string;
  readonly attributes: MessageAttributes;

  /** In seconds; absent if the delay is that of the queue. */
  readonly delay?: number;

  /** The system attribute `AWSTraceHeader`. */
  readonly traceHeader?: string;
}

/** What a client wants to receive. */
export interface ReceiveOptions {
  readonly max: number;

  /** In seconds; absent if it is that of the queue. */
  readonly visibilityTimeout?: number;

  /** The id of a receive from a FIFO queue that may be repeated. */
  readonly attemptId?: string;
}

/** A message that a client has received. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: MessageAttributes;

  /** All system attributes that the message has, by the names of the API, e.g. `SentTimestamp`. */
  readonly systemAttributes: Readonly<Record<string, string>>;
}
