import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs';
import { Transcript } from './transcript';

/** The place where stories are played: an account, or a simulator. */
export interface Place {
  readonly account: string;
  readonly region: string;

  /** The name of the stack. */
  readonly stack: string;

  /** The settings of the clients: an endpoint and credentials, or nothing for an account. */
  readonly client: object;

  /** Lets time pass. */
  wait(seconds: number): Promise<void>;
}

/** The time between two looks into a queue, in seconds. */
const LOOK = 10;

/** What a story works with. */
export class World {
  readonly lambda: LambdaClient;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
  readonly eventBridge: EventBridgeClient;
  transcript: Transcript;

  constructor(readonly place: Place) {
    const settings = { region: place.region, ...place.client };
    this.lambda = new LambdaClient(settings);
    this.sqs = new SQSClient(settings);
    this.s3 = new S3Client({ ...settings, forcePathStyle: true });
    this.eventBridge = new EventBridgeClient(settings);
    this.transcript = new Transcript(place);
  }

  nameOf(id: string): string {
    return `${this.place.stack}-${id}`;
  }

  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.place.region}:${this.place.account}:${resource}`;
  }

  urlOf(queue: string): string {
    return `https://sqs.${this.place.region}.amazonaws.com/${this.place.account}/${this.nameOf(queue)}`;
  }

  /** Sends a request, and writes down what the service answers, errors included. */
  async ask<T extends object>(label: string, answer: Promise<T>): Promise<Answer<T>> {
    try {
      const value = await answer;
      this.transcript.note(label, value);
      return { value };
    } catch (error) {
      const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
      if ($metadata?.httpStatusCode === undefined) {
        throw error;
      }
      this.transcript.note(label, { status: $metadata.httpStatusCode, name, message });
      return { refusal: `${$metadata.httpStatusCode} ${name}: ${message}` };
    }
  }

  /**
   * Waits for a message, and takes it out of the queue.
   *
   * @param within in seconds
   * @throws Error if none comes
   */
  async message(queue: string, within: number): Promise<Message> {
    for (let waited = 0; waited <= within; waited += LOOK) {
      const found = await this.look(queue);
      if (found) {
        return found;
      }
      await this.place.wait(LOOK);
    }
    throw new Error(`no message in ${queue} within ${within} seconds`);
  }

  /** A message that is there now, taken out of the queue. */
  async look(queue: string): Promise<Message | undefined> {
    const QueueUrl = this.urlOf(queue);
    const { Messages: [message] = [] } = await this.sqs.send(new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'] }));
    if (message) {
      await this.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
      const { Body, MessageAttributes } = message;
      this.transcript.note(`message in ${queue}`, { Body: parsed(Body!), MessageAttributes });
    }
    return message;
  }

  /** Waits for a record, as an object. */
  async record(queue: string, within: number): Promise<any> {
    return JSON.parse((await this.message(queue, within)).Body!);
  }

  close(): void {
    [this.lambda, this.sqs, this.s3, this.eventBridge].forEach(client => client.destroy());
  }
}

/** What a service answered: a value, or the refusal in one line. */
export interface Answer<T> {
  readonly value?: T;
  readonly refusal?: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
