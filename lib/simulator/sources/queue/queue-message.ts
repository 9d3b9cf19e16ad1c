import type { Lineage } from '../../lineage';
import type { MessageAttributes } from '../../state';
import type { Hop } from '../flow/hop';

/** What a sender puts into a queue. */
export interface QueueContent {
  /** Read when it is needed: records are written only if somebody reads them. */
  readonly body: string;
  readonly attributes?: MessageAttributes;

  /** The message group of a FIFO queue. */
  readonly groupId?: string;
  readonly deduplicationId?: string;

  /** @default - the delay of the queue, in seconds */
  readonly delaySeconds?: number;
}

/** A message in a queue. Times are in milliseconds since 1970. */
export class QueueMessage {
  /** `hidden` means delayed, or in flight. */
  state: 'ready' | 'hidden' | 'gone' = 'ready';

  /** How often it was received. */
  receiveCount = 0;
  firstReceivedAt: number | undefined = undefined;
  lastReceivedAt: number | undefined = undefined;

  /** The time from which consumers can receive it. */
  visibleAt: number;

  /** The ARN of the queue from which it was moved here; undefined if it was sent here. */
  movedFrom: string | undefined = undefined;

  constructor(
    /** Counted from 1 in the whole simulation. */
    readonly number: number,
    readonly id: string,
    readonly content: QueueContent,
    readonly sentAt: number,
    readonly hop: Hop,
    readonly lineage: Lineage | undefined,
  ) {
    this.visibleAt = sentAt;
  }

  /** Whether a consumer has received it, and neither deleted it nor let it reappear. */
  get isInFlight(): boolean {
    return this.state === 'hidden' && this.receiveCount > 0;
  }

  /** The handle of the last receive. */
  get receiptHandle(): string {
    return `${this.id}-${this.receiveCount}`;
  }

  /** Whether others may receive it now. */
  isVisible(now: number): boolean {
    return this.state === 'ready' || (this.state === 'hidden' && this.visibleAt <= now);
  }

  /** The number in the order of a FIFO queue. */
  get sequenceNumber(): string {
    return `1${String(this.number).padStart(19, '0')}`;
  }
}
