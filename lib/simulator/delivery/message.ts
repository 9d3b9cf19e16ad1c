import type { InvocationRecord } from '../../contract/invocation-record';

/** A record or dead letter in the form of the service that received it. */
export type Message = QueueMessage | TopicMessage | BusMessage | BucketObject | FunctionPayload;

/** An attribute of a message in a queue or topic. */
export interface MessageAttribute {
  readonly DataType: 'String' | 'Number';
  readonly StringValue: string;
}

/** A message in a queue. Dead letters have the attributes `RequestID`, `ErrorCode` and `ErrorMessage`; records have none. */
export interface QueueMessage {
  readonly kind: 'queue';
  readonly body: string;
  readonly messageAttributes: Readonly<Record<string, MessageAttribute>>;
}

/** A message of a topic, as its subscribers get it. */
export interface TopicMessage {
  readonly kind: 'topic';
  readonly message: string;
  readonly messageAttributes: Readonly<Record<string, MessageAttribute>>;
}

/** An event on a bus, as rules and targets see it. */
export interface BusMessage {
  readonly kind: 'bus';
  readonly event: {
    readonly 'version': '0';
    readonly 'id': string;
    readonly 'detail-type': string;
    readonly 'source': 'lambda';
    readonly 'account': string;
    readonly 'time': string;
    readonly 'region': string;
    readonly 'resources': readonly string[];
    readonly 'detail': InvocationRecord;
  };
}

/** An object in a bucket. */
export interface BucketObject {
  readonly kind: 'bucket';
  readonly key: string;
  readonly body: string;
  readonly contentType: 'application/octet-stream';
}

/** The event that another function gets. */
export interface FunctionPayload {
  readonly kind: 'function';
  readonly payload: string;
}
