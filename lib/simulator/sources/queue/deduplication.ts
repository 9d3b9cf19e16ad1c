import { sha256 } from '../../../doors/hash';

/** The time for which a FIFO queue or topic recognizes a message, in milliseconds. Source: Amazon SQS developer guide, "Exactly-once processing in Amazon SQS". */
const INTERVAL = 5 * 60 * 1000;

/** What tells one message of a FIFO queue or topic from another. */
export interface Deduplicated {
  readonly body: string;
  readonly deduplicationId?: string;
}

/** The messages of the last five minutes, by their deduplication id. */
export class Deduplication<T extends { readonly sentAt: number }> {
  private readonly sent = new Map<string, T>();

  constructor(
    /** Whether the body stands for an id that is missing. */
    private readonly byContent: boolean,
  ) {}

  /** The message with the same id; undefined if there is none. */
  find(message: Deduplicated, now: number): T | undefined {
    const found = this.sent.get(this.idOf(message) ?? '');
    return found && now - found.sentAt < INTERVAL ? found : undefined;
  }

  remember(message: Deduplicated, sent: T): void {
    const id = this.idOf(message);
    if (id === undefined) {
      return;
    }
    for (const [other, { sentAt }] of this.sent) {
      if (sent.sentAt - sentAt < INTERVAL) {
        break;
      }
      this.sent.delete(other);
    }
    this.sent.delete(id);
    this.sent.set(id, sent);
  }

  clear(): void {
    this.sent.clear();
  }

  private idOf({ body, deduplicationId }: Deduplicated): string | undefined {
    return deduplicationId ?? (this.byContent ? sha256(body) : undefined);
  }
}
