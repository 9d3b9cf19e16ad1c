import { createHash } from 'node:crypto';
import type { VirtualClock } from './virtual-clock';
import type { Message } from '../../../lib/invocation-record';
import type { ReceivedRequest, ScriptedAnswer } from '../../handler/loopback/scripted-server';

interface Stored {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, { DataType: string; StringValue: string }>>;
  readonly sentAt: number;
  visibleAt: number;
  receives: number;
}

/** Queues of SQS behind HTTP: standard ones, with visibility timeouts. */
export class SqsQueues {
  readonly messages = new Map<string, Map<string, Stored>>();

  /** Attributes beside the counts. */
  readonly attributes: Record<string, string> = {};
  private number = 0;

  constructor(private readonly clock: VirtualClock) {}

  send(queue: string, { body, attributes = [] }: Message): string {
    const id = `message-${this.number += 1}`;
    this.queue(queue).set(id, {
      id,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: Object.fromEntries(attributes.map(({ name, type, value }) => [name, { DataType: type, StringValue: value }])),
      sentAt: this.clock.now(),
      visibleAt: 0,
      receives: 0,
    });
    return id;
  }

  queue(name: string): Map<string, Stored> {
    const queue = this.messages.get(name) ?? new Map<string, Stored>();
    this.messages.set(name, queue);
    return queue;
  }

  /** Ids of the messages that a consumer could receive. */
  visible(name: string): string[] {
    return [...this.queue(name).values()].filter(({ visibleAt }) => visibleAt <= this.clock.now()).map(({ id }) => id);
  }

  answer({ headers, body }: ReceivedRequest): ScriptedAnswer {
    const input = JSON.parse(body) as { QueueUrl: string; Entries?: Entry[] } & Receive;
    const queue = input.QueueUrl.split('/').at(-1)!;
    switch (String(headers['x-amz-target']).split('.')[1]) {
      case 'ReceiveMessage': return this.receive(queue, input);
      case 'DeleteMessageBatch': return each(input.Entries!, ({ ReceiptHandle }) => this.queue(queue).delete(idOf(ReceiptHandle)));
      case 'ChangeMessageVisibilityBatch': return each(input.Entries!, ({ ReceiptHandle, VisibilityTimeout = 0 }) => {
        const message = this.queue(queue).get(idOf(ReceiptHandle));
        if (message) {
          message.visibleAt = this.clock.now() + VisibilityTimeout * 1000;
        }
        return message !== undefined;
      });
      case 'GetQueueAttributes': {
        const hidden = [...this.queue(queue).values()].filter(({ visibleAt }) => visibleAt > this.clock.now()).length;
        return { body: { Attributes: { ApproximateNumberOfMessagesNotVisible: String(hidden), ...this.attributes } } };
      }
      default: return { status: 400, body: { __type: 'UnsupportedOperation' } };
    }
  }

  private receive(name: string, { MaxNumberOfMessages, VisibilityTimeout, WaitTimeSeconds }: Receive): ScriptedAnswer {
    const now = this.clock.now();
    const found: Stored[] = [];
    for (const message of this.queue(name).values()) {
      if (found.length < MaxNumberOfMessages && message.visibleAt <= now) {
        found.push(message);
      }
    }
    if (found.length === 0) {
      // A long poll waits.
      this.clock.advance(WaitTimeSeconds * 1000);
    }
    found.forEach(message => {
      message.visibleAt = now + VisibilityTimeout * 1000;
      message.receives += 1;
    });
    return {
      body: {
        Messages: found.map(({ id, body, attributes, sentAt, receives }) => ({
          MessageId: id,
          ReceiptHandle: `${id}/${receives}`,
          Body: body,
          MD5OfBody: createHash('md5').update(body).digest('hex'),
          Attributes: { SentTimestamp: String(sentAt) },
          ...Object.keys(attributes).length > 0 && { MessageAttributes: attributes },
        })),
      },
    };
  }
}

interface Receive {
  readonly MaxNumberOfMessages: number;
  readonly VisibilityTimeout: number;
  readonly WaitTimeSeconds: number;
}

interface Entry {
  readonly Id: string;
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout?: number;
}

function each(entries: readonly Entry[], act: (entry: Entry) => boolean): ScriptedAnswer {
  if (entries.length > 10) {
    return { status: 400, body: { __type: 'TooManyEntriesInBatchRequest' } };
  }
  const results = entries.map(entry => ({ Id: entry.Id, isDone: act(entry) }));
  return {
    body: {
      Successful: results.filter(({ isDone }) => isDone).map(({ Id }) => ({ Id })),
      Failed: results.filter(({ isDone }) => !isDone).map(({ Id }) => ({ Id, Code: 'InvalidParameterValue', SenderFault: true })),
    },
  };
}

function idOf(handle: string): string {
  return handle.split('/')[0];
}
