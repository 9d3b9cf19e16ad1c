/** A message as it was received. */
export interface Message {
  /** Handle for this receive. */
  readonly handle: string;

  /** The message as ReceiveMessage returns it: `MessageId`, `Body` and `MessageAttributes`. */
  readonly message: unknown;

  /** Time in milliseconds at which it was sent. */
  readonly sentAt?: number;
}

/** A queue that a replay reads. */
export interface Queue {
  /**
   * Receives some messages, and hides them for a while. Waits for the first one.
   *
   * @throws QueueIsFull if so many messages are hidden that the queue hides no more
   */
  receive(most: number, hiddenSeconds: number): Promise<readonly Message[]>;

  /** Deletes messages. */
  remove(handles: readonly string[]): Promise<void>;

  /** Hides messages for some seconds from now; 0 gives them back. Messages that are gone are passed over. */
  hide(handles: readonly string[], seconds: number): Promise<void>;
  attributes(): Promise<QueueAttributes>;
}

export interface QueueAttributes {
  /** Messages that are hidden, about. */
  readonly hidden: number;

  /** Receives after which the queue moves a message to its own dead-letter queue. */
  readonly maxReceives?: number;
}

/** Thrown if a queue hides no more messages: SQS hides 120,000 at most. */
export class QueueIsFull extends Error {
  readonly name = 'QueueIsFull';
}
