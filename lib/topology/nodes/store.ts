import type { Origin } from './resource';
import type { Statement } from '../policies/statement';
import type { Target } from '../targets/target';
import type { Setting, Text, Unknown } from '../values/value';

/** A queue, topic, bus or bucket of the app. */
export interface StoreNode extends Origin {
  readonly name?: Text;
  readonly fifo?: Setting<boolean>;

  /** The encryption key: absent without one or with one that AWS manages; of `kind` `key` for a key of the app or an ARN. */
  readonly encryptionKey?: Target | Unknown;

  /** Whether AWS manages its key; queues only. */
  readonly hasKeyOfAws?: boolean;

  /** In bytes; queues only. */
  readonly maximumMessageSize?: Setting<number>;

  /** In seconds; queues only. */
  readonly visibilityTimeout?: Setting<number>;

  /** Queues only: the queue's own dead-letter queue. */
  readonly deadLetterQueue?: Target | Unknown;

  /** The statements of its resource policies. */
  readonly policy: readonly Statement[];
}

/** `AWS::KMS::Key`. */
export interface KeyNode extends Origin {
  readonly policy: readonly Statement[];
}
