/** An attribute of a message in a queue or topic, in the form of the API. */
export interface AttributeValue {
  /** `String`, `Number`, `Binary` or `String.Array`, with a custom label or without. */
  readonly DataType: string;
  readonly StringValue?: string;

  /** In Base64. */
  readonly BinaryValue?: string;
}

/** The attributes of a message, by name. */
export type MessageAttributes = Readonly<Record<string, AttributeValue>>;

/** What a queue or topic answers for a message that it has taken. */
export interface TakenMessage {
  readonly messageId: string;

  /** Present only for FIFO queues and topics. A repeated message has that of the first one. */
  readonly sequenceNumber?: string;
}

/** What FIFO queues and topics need to know of a message. Standard queues also take a group. */
export interface FifoProperties {
  readonly groupId?: string;

  /** As the client has sent it: absent if the queue or topic has to derive it from the content. */
  readonly deduplicationId?: string;
}
