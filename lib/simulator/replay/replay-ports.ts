import type { Answer, Call, Functions } from '../../replay/run/functions';
import { ObjectTooLarge, type Objects } from '../../replay/run/objects';
import type { Message, Queue, QueueAttributes } from '../../replay/run/queue';
import type { SimulatedLambda } from '../simulated-lambda';
import type { SimulatedBucket } from '../sources/bucket/simulated-bucket';
import type { QueueMessage } from '../sources/queue/queue-message';
import type { SimulatedQueue } from '../sources/queue/simulated-queue';
import { ServiceError } from '../state';

/** The functions of the app, as a replay invokes them. */
export class ReplayedFunctions implements Functions {
  constructor(private readonly lambda: SimulatedLambda) {}

  async invoke({ target, text }: Call): Promise<Answer> {
    const fn = this.lambda.functions.declaredAt(target);
    const qualifier = target.split(':')[7];
    if (!fn || fn.deleted || (qualifier !== undefined && !fn.has(qualifier))) {
      return { kind: 'refused', error: 'ResourceNotFoundException' };
    }
    try {
      // A replay begins a chain of its own: nothing that Lambda follows leads from the record to it.
      return { kind: 'accepted', newId: this.lambda.offer({ function: fn, qualifier, payload: text }, undefined).requestId };
    } catch (error) {
      if (!(error instanceof ServiceError)) {
        throw error;
      }
      const { code, statusCode } = error;
      return statusCode === 429 ? { kind: 'throttled', error: code } : { kind: statusCode >= 500 ? 'unknown' : 'refused', error: code };
    }
  }
}

/** A queue of the app, as a replay reads it. */
export class ReplayedQueue implements Queue {
  private readonly received = new Map<string, QueueMessage>();

  constructor(private readonly queue: SimulatedQueue) {}

  async receive(most: number, hiddenSeconds: number): Promise<readonly Message[]> {
    return this.queue.receive(most, hiddenSeconds).map(message => {
      this.received.set(message.receiptHandle, message);
      const { id, content: { body, attributes }, receiptHandle, sentAt } = message;
      return { handle: receiptHandle, sentAt, message: { MessageId: id, ReceiptHandle: receiptHandle, Body: body, MessageAttributes: attributes } };
    });
  }

  async remove(handles: readonly string[]): Promise<void> {
    this.each(handles, message => this.queue.delete(message));
  }

  async hide(handles: readonly string[], seconds: number): Promise<void> {
    this.each(handles, message => this.queue.changeVisibility(message, seconds));
  }

  async attributes(): Promise<QueueAttributes> {
    const { messages, settings: { redrive } } = this.queue;
    return { hidden: messages.filter(({ isInFlight }) => isInFlight).length, maxReceives: redrive?.maxReceiveCount };
  }

  private each(handles: readonly string[], change: (message: QueueMessage) => void): void {
    handles.flatMap(handle => this.received.get(handle) ?? []).forEach(change);
  }
}

/** A bucket of the app, as a replay reads it. */
export class ReplayedObjects implements Objects {
  constructor(private readonly bucket: SimulatedBucket) {}

  async read(key: string, largest: number): Promise<Uint8Array | undefined> {
    const body = this.bucket.get(key)?.body;
    if (body !== undefined && body.length > largest) {
      throw new ObjectTooLarge(`${key} has ${body.length} bytes`);
    }
    return body;
  }

  async remove(key: string): Promise<void> {
    this.bucket.delete(key, undefined, undefined);
  }

  async keys(prefix: string, after: string, most: number): Promise<readonly string[]> {
    return this.bucket.objects.map(({ key }) => key).filter(key => key.startsWith(prefix) && key > after).slice(0, most);
  }
}
