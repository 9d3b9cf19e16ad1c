import { setTimeout } from 'node:timers/promises';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { failedEvents, lookAlikes, type FailedEvent } from './failed-events';
import { Shop, type ShopOutputs } from './shop';
import { EmulatedAccount } from '../emulated-account';

/** What a report has for each planned event. */
export interface ReportLine {
  readonly id: string;
  readonly fate: string;
}

/** A deployed shop whose events have failed, and what is left of them. */
export class Incident {
  static async happen(counts: { queue: number; bucket: number }): Promise<Incident> {
    const account = await EmulatedAccount.start();
    await account.cli.succeed(app => new Shop(app));
    const outputs = await account.outputs('Shop') as ShopOutputs;
    const incident = new Incident(account, outputs, failedEvents('queue', counts.queue, outputs.Alias), failedEvents('bucket', counts.bucket, outputs.Alias));
    const others = Object.values(lookAlikes(outputs.Alias));
    await incident.enqueue([...incident.inQueue.map(({ record }) => record), ...others]);
    await incident.store([...incident.inBucket.map(({ record }) => record), ...others]);
    return incident;
  }

  private constructor(
    private readonly account: EmulatedAccount,
    private readonly outputs: ShopOutputs,
    readonly inQueue: readonly FailedEvent[],
    readonly inBucket: readonly FailedEvent[],
  ) {}

  stop(): void {
    this.account.stop();
  }

  /** Starts an execution of the replay, and waits for its output. */
  async execute(name: string, input: object): Promise<any> {
    const { stepFunctions } = this.account;
    const { executionArn } = await stepFunctions.send(new StartExecutionCommand({
      stateMachineArn: this.outputs.Machine,
      name,
      input: JSON.stringify(input),
    }));
    for (;;) {
      const { status, output, error, cause } = await stepFunctions.send(new DescribeExecutionCommand({ executionArn }));
      if (status === 'SUCCEEDED') {
        return JSON.parse(output!);
      }
      if (status !== 'RUNNING') {
        throw new Error(`${name}: ${status}, ${error}: ${cause}`);
      }
      await setTimeout(200);
    }
  }

  /** Changes the rate of a run while it lasts. */
  async throttle(run: string, rate: number): Promise<void> {
    await this.account.dynamo.send(new UpdateItemCommand({
      TableName: this.outputs.Ledger,
      Key: { id: { S: `control#${run}` } },
      UpdateExpression: 'SET rate = :rate',
      ConditionExpression: 'attribute_exists(id)',
      ExpressionAttributeValues: { ':rate': { N: String(rate) } },
    }));
  }

  /** What Lambda has been asked to run asynchronously so far, and for whom. */
  sent(): string[] {
    return this.account.gateway.calls.filter(call => call.invocationType === 'Event').map(({ path, body }) => `${path.split('/')[3]} ${body}`);
  }

  /** The same for a list of events, each sent once. */
  sentOnce(events: readonly FailedEvent[]): string[] {
    return events.map(({ payload }) => `${this.outputs.Alias} ${payload}`);
  }

  /** Waits until so many events were sent since a moment. */
  async untilSent(count: number): Promise<void> {
    while (this.sent().length < count) {
      await setTimeout(50);
    }
  }

  /** Messages that the queue has for anybody. */
  async visible(): Promise<number> {
    const { Attributes } = await this.account.sqs.send(new GetQueueAttributesCommand({ QueueUrl: this.outputs.Queue, AttributeNames: ['ApproximateNumberOfMessages'] }));
    return Number(Attributes!.ApproximateNumberOfMessages);
  }

  /** The texts of the records that are still in the bucket. */
  async stored(): Promise<string[]> {
    const { Contents = [] } = await this.account.s3.send(new ListObjectsV2Command({ Bucket: this.outputs.Bucket }));
    return Promise.all(Contents.map(({ Key }) => this.text(this.outputs.Bucket, Key!)));
  }

  async report(run: string): Promise<ReportLine[]> {
    const text = await this.text(this.outputs.Work, `runs/${run}/report.jsonl`);
    return text.trim().split('\n').map(line => JSON.parse(line) as ReportLine);
  }

  private async text(bucket: string, key: string): Promise<string> {
    const { Body } = await this.account.s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return Body!.transformToString();
  }

  private async enqueue(bodies: readonly string[]): Promise<void> {
    for (let from = 0; from < bodies.length; from += 10) {
      await this.account.sqs.send(new SendMessageBatchCommand({
        QueueUrl: this.outputs.Queue,
        Entries: bodies.slice(from, from + 10).map((MessageBody, index) => ({ Id: String(index), MessageBody })),
      }));
    }
  }

  private async store(bodies: readonly string[]): Promise<void> {
    const folder = `aws/lambda/async/${this.outputs.Alias.split(':')[6]}/2026/01/02`;
    for (let from = 0; from < bodies.length; from += 20) {
      await Promise.all(bodies.slice(from, from + 20).map((Body, index) => this.account.s3.send(new PutObjectCommand({
        Bucket: this.outputs.Bucket,
        Key: `${folder}/2026-01-02T03.04.05-${String(from + index).padStart(12, '0')}`,
        Body,
      }))));
    }
  }
}
