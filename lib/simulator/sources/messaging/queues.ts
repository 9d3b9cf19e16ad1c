import type {
  ApiQueue, Caller, HandleOutcome, MessageToSend, Place, QueueService, ReceivedMessage, ReceiveOptions, TakenMessage,
} from '../../state';
import { admitted, type SendingLambda } from '../handles/sender';
import type { QueueMessage } from '../queue/queue-message';
import type { SimulatedQueue } from '../queue/simulated-queue';
import { systemAttributes } from '../queue/sqs-event';

/** The time between two purges, in milliseconds. Source: Amazon SQS API reference, PurgeQueue. */
const PURGE_INTERVAL = 60_000;

/** The longest time for which a message stays invisible after a receive, in milliseconds. Source: Amazon SQS developer guide, "Amazon SQS visibility timeout". */
const LONGEST_VISIBILITY = 12 * 60 * 60 * 1000;

/** The queues as SQS serves them. */
export class Queues implements QueueService {
  private readonly served = new Map<SimulatedQueue, ServedQueue>();
  private readonly purged = new Map<SimulatedQueue, number>();

  constructor(private readonly lambda: SendingLambda, private readonly created: number) {}

  find(name: string, { account, region }: Place): ServedQueue | undefined {
    const found = [...this.lambda.sources.queues.values()].find(({ settings }) =>
      settings.name === name && (account ?? settings.account) === settings.account && (region ?? settings.region) === settings.region);
    if (!found) {
      return undefined;
    }
    this.lambda.sources.watch(found.settings.arn);
    const served = this.served.get(found) ?? new ServedQueue(found, this.created, () => this.now());
    this.served.set(found, served);
    return served;
  }

  send(queue: ApiQueue, { body, attributes, delay, groupId, deduplicationId, traceHeader }: MessageToSend, { trace }: Caller): TakenMessage {
    const { cause, lineage } = admitted(this.lambda, 'sqs:SendMessage', 'queue', queue.arn, traceHeader ?? trace);
    const { sources } = this.lambda;
    const message = this.at(queue).send({ body, attributes, delaySeconds: delay, groupId, deduplicationId }, cause, lineage);
    sources.begin(message.hop);
    return { messageId: message.id, ...queue.fifo && { sequenceNumber: message.sequenceNumber } };
  }

  receive(queue: ApiQueue, { max, visibilityTimeout }: ReceiveOptions): ReceivedMessage[] {
    const source = this.at(queue);
    return source.receive(max, visibilityTimeout).map(message => ({
      messageId: message.id,
      receiptHandle: message.receiptHandle,
      body: message.content.body,
      attributes: message.content.attributes ?? {},
      systemAttributes: systemAttributes(message, source.settings),
    }));
  }

  delete(queue: ApiQueue, receiptHandle: string): 'done' | 'invalid' | 'expired' {
    const handle = parsed(receiptHandle);
    if (!handle) {
      return 'invalid';
    }
    const message = this.at(queue).message(handle.id);
    if (message && queue.fifo && handle.receive !== message.receiveCount) {
      return 'expired';
    }
    if (message) {
      this.at(queue).delete(message);
      message.hop.end = 'handled';
    }
    return 'done';
  }

  changeVisibility(queue: ApiQueue, receiptHandle: string, timeout: number): HandleOutcome {
    const handle = parsed(receiptHandle);
    if (!handle) {
      return 'invalid';
    }
    const message = this.at(queue).message(handle.id);
    if (message?.isVisible(this.now()) !== false) {
      return 'not in flight';
    }
    if (queue.fifo && handle.receive !== message.receiveCount) {
      return 'expired';
    }
    if (this.now() + timeout * 1000 > this.receivedAt(message) + LONGEST_VISIBILITY) {
      return 'too long';
    }
    this.at(queue).changeVisibility(message, timeout);
    return 'done';
  }

  purge(queue: ApiQueue): boolean {
    const source = this.at(queue);
    const now = this.now();
    if (now - (this.purged.get(source) ?? -Infinity) < PURGE_INTERVAL) {
      return false;
    }
    this.purged.set(source, now);
    source.messages.forEach(message => source.delete(message));
    return true;
  }

  private receivedAt({ lastReceivedAt, sentAt }: QueueMessage): number {
    return lastReceivedAt ?? sentAt;
  }

  private at(queue: ApiQueue): SimulatedQueue {
    return (queue as ServedQueue).source;
  }

  private now(): number {
    return this.lambda.sources.now();
  }
}

/** A queue as the API sees it. */
class ServedQueue implements ApiQueue {
  constructor(readonly source: SimulatedQueue, readonly created: number, private readonly now: () => number) {}

  get arn(): string {
    return this.source.settings.arn;
  }

  get name(): string {
    return this.source.settings.name;
  }

  get account(): string {
    return this.source.settings.account;
  }

  get region(): string {
    return this.source.settings.region;
  }

  get fifo(): boolean {
    return this.source.settings.fifo;
  }

  get contentBasedDeduplication(): boolean {
    return this.source.settings.contentBasedDeduplication;
  }

  get maximumMessageSize(): number {
    return this.source.settings.maximumMessageSize;
  }

  get attributes(): Readonly<Record<string, string>> {
    const { visibilityTimeout, delay, retention, maximumMessageSize, redrive, fifo, contentBasedDeduplication } = this.source.settings;
    return {
      VisibilityTimeout: String(visibilityTimeout),
      DelaySeconds: String(delay),
      MessageRetentionPeriod: String(retention),
      MaximumMessageSize: String(maximumMessageSize),
      ...redrive && { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: redrive.to, maxReceiveCount: redrive.maxReceiveCount }) },
      ...fifo && { FifoQueue: 'true', ContentBasedDeduplication: String(contentBasedDeduplication) },
    };
  }

  get counts(): ApiQueue['counts'] {
    const now = this.now();
    const { messages } = this.source;
    const visible = messages.filter(message => message.isVisible(now)).length;
    const inFlight = messages.filter(message => !message.isVisible(now) && message.receiveCount > 0).length;
    return { visible, inFlight, delayed: messages.length - visible - inFlight };
  }
}

/** A handle names a message and a receive. */
function parsed(receiptHandle: string): { readonly id: string; readonly receive: number } | undefined {
  const [, id, receive] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d+)$/.exec(receiptHandle) ?? [];
  return id === undefined ? undefined : { id, receive: Number(receive) };
}
