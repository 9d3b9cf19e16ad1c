import type { Origin } from './resource';
import type { Statement } from '../policies/statement';
import type { Target } from '../targets/target';
import type { Setting, Text, Unknown } from '../values/value';

/** What a queue, topic, bus or bucket says of itself. */
export interface StoreNode extends Origin {
  readonly name?: Text;
  readonly fifo?: Setting<boolean>;

  /** The key it is encrypted with: absent for none or one of AWS; `kind` is `key` for a key of the app or an ARN. */
  readonly encryptionKey?: Target | Unknown;

  /** In bytes; queues only. */
  readonly maximumMessageSize?: Setting<number>;

  /** Queues only: where messages go that nobody processes. */
  readonly deadLetterQueue?: Target | Unknown;

  /** What its resource policies say. */
  readonly policy: readonly Statement[];
}

/** `AWS::KMS::Key`. */
export interface KeyNode extends Origin {
  readonly policy: readonly Statement[];
}
