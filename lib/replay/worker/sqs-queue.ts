import {
  ChangeMessageVisibilityBatchCommand, DeleteMessageBatchCommand, GetQueueAttributesCommand, ReceiveMessageCommand, type SQSClient,
} from '@aws-sdk/client-sqs';
import { Batches } from './batches';
import { QueueIsFull, type Message, type Queue, type QueueAttributes } from '../run/queue';

/** Seconds to wait for the first message: a long poll asks all servers of the queue. */
const WAIT = 3;

/** A queue of Amazon SQS. */
export class SqsQueue implements Queue {
  private readonly removals = new Batches<string>(async handles => {
    await this.client.send(new DeleteMessageBatchCommand({
      QueueUrl: this.url,
      Entries: handles.map((ReceiptHandle, index) => ({ Id: `${index}`, ReceiptHandle })),
    }));
  });

  private readonly timeouts = new Batches<{ readonly handle: string; readonly seconds: number }>(async entries => {
    await this.client.send(new ChangeMessageVisibilityBatchCommand({
      QueueUrl: this.url,
      Entries: entries.map(({ handle, seconds }, index) => ({ Id: `${index}`, ReceiptHandle: handle, VisibilityTimeout: seconds })),
    }));
  });

  /**
   * @param failed is told the name of an error that changes nothing: a message that could not be deleted or given back comes again by itself
   */
  constructor(
    private readonly client: SQSClient,
    private readonly url: string,
    private readonly failed: (call: string, error: string) => void,
  ) {}

  async receive(most: number, hiddenSeconds: number): Promise<readonly Message[]> {
    try {
      const { Messages = [] } = await this.client.send(new ReceiveMessageCommand({
        QueueUrl: this.url,
        MaxNumberOfMessages: most,
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: WAIT,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['SentTimestamp'],
      }));
      return Messages.map(message => {
        const sentAt = Number(message.Attributes?.SentTimestamp);
        return { handle: message.ReceiptHandle!, message, ...sentAt > 0 && { sentAt } };
      });
    } catch (error) {
      throw /OverLimit/.test((error as Error).name) ? new QueueIsFull('the queue hides no more messages') : error;
    }
  }

  async remove(handles: readonly string[]): Promise<void> {
    await this.inVain('DeleteMessageBatch', handles.map(handle => this.removals.add(handle)));
  }

  async hide(handles: readonly string[], seconds: number): Promise<void> {
    // Some thousand at a time: each waits for its batch.
    const CHUNK = 2000;
    for (let at = 0; at < handles.length; at += CHUNK) {
      await this.inVain('ChangeMessageVisibilityBatch', handles.slice(at, at + CHUNK).map(handle => this.timeouts.add({ handle, seconds })));
    }
  }

  async attributes(): Promise<QueueAttributes> {
    const { Attributes = {} } = await this.client.send(new GetQueueAttributesCommand({
      QueueUrl: this.url,
      AttributeNames: ['ApproximateNumberOfMessagesNotVisible', 'RedrivePolicy'],
    }));
    const policy = JSON.parse(Attributes.RedrivePolicy ?? '{}') as { readonly maxReceiveCount?: number | string };
    return {
      hidden: Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
      ...policy.maxReceiveCount !== undefined && { maxReceives: Number(policy.maxReceiveCount) },
    };
  }

  private async inVain(call: string, calls: readonly Promise<void>[]): Promise<void> {
    for (const result of await Promise.allSettled(calls)) {
      if (result.status === 'rejected') {
        this.failed(call, (result.reason as Error).name);
      }
    }
  }
}
