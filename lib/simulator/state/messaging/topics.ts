import type { Caller } from './caller';
import type { FifoProperties, MessageAttributes, TakenMessage } from './message';

/** The topics of the app. */
export interface TopicService {
  find(arn: string): ApiTopic | undefined;
  publish(topic: ApiTopic, message: MessageToPublish, caller: Caller): TakenMessage;
}

/** A topic as the API sees it. */
export interface ApiTopic {
  readonly arn: string;
  readonly fifo: boolean;

  /** Whether it derives the deduplication id of a message from its content. */
  readonly contentBasedDeduplication: boolean;

  /** The largest message with its attributes, in bytes: 262,144 unless the topic sets `MaximumMessageSize`. */
  readonly maximumMessageSize: number;
}

/** A message to a topic. */
export interface MessageToPublish extends FifoProperties {
  /** The message of all protocols that have no message of their own. */
  readonly message: string;

  /** The messages of certain protocols, e.g. `sqs`. */
  readonly messageOf: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly attributes: MessageAttributes;
}
