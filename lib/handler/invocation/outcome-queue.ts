import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs';
import { MAX_NUMBER_OF_MESSAGES, WAIT_TIME } from '../../constraints/aws-sqs/receive-message';
import type { InvocationRecord } from '../../contract/invocation-record';
import { readJson } from '../json';
import type { Deployment } from '../resource';
import { facts } from '../retry/classify';
import { ONE_ATTEMPT } from '../retry/one-attempt';
import { retrying } from '../retry/retrying';
import { within } from '../retry/within';

const SECOND = 1000;

/** What a call may take beyond the time that the queue waits. */
const CALL_TIME = 10 * SECOND;

/** Shortest interval between two calls, in case an empty queue answers at once. */
const SHORTEST_INTERVAL = SECOND;

/** A record, and the text that it was read from: numbers in that have all their digits. */
export interface ReceivedRecord {
  readonly record: InvocationRecord;
  readonly text: string;
}

/** The queue at which the outcomes of one construct's events arrive, and nothing else. */
export class OutcomeQueue {
  private readonly client: SQSClient;

  /** @param region Region of the function; absent for that of the handler */
  constructor(private readonly url: string, region: string | undefined, private readonly deployment: Deployment) {
    // The endpoint follows from the Region. Taking it from the URL would print a warning.
    this.client = new SQSClient({ ...region !== undefined && { region }, ...ONE_ATTEMPT, useQueueUrlAsEndpoint: false });
  }

  /**
   * Waits for the record of one event. It deletes all messages: the other ones belong to earlier deployments.
   *
   * @param time longest time to wait, in milliseconds
   * @returns nothing if the record did not arrive
   */
  async receive(requestId: string, time: number): Promise<ReceivedRecord | undefined> {
    const { clock, log } = this.deployment;
    const begun = clock.now();
    const waitSeconds = Math.min(WAIT_TIME.max, Math.max(WAIT_TIME.min, Math.floor(time / SECOND)));
    const command = new ReceiveMessageCommand({
      QueueUrl: this.url,
      MaxNumberOfMessages: MAX_NUMBER_OF_MESSAGES.max,
      WaitTimeSeconds: waitSeconds,
    });
    const { Messages = [] } = await retrying(
      { name: 'ReceiveMessage', repeatable: true },
      () => within(waitSeconds * SECOND + CALL_TIME, clock, options => this.client.send(command, options)),
      this.deployment,
    );
    const received = Messages.map(({ Body = '' }) => ({ record: recordOf(Body), text: Body }));
    const record = received.find(({ record: { requestContext } }) => requestContext?.requestId === requestId);
    log('outcomes', { messages: Messages.length, found: record !== undefined });
    await this.remove(Messages);
    if (record === undefined && clock.now() - begun < SHORTEST_INTERVAL) {
      await clock.sleep(SHORTEST_INTERVAL);
    }
    return record;
  }

  close(): void {
    this.client.destroy();
  }

  /** Deletes messages. The queue drops the rest after some days. */
  private async remove(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) {
      return;
    }
    const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: `${index}`, ReceiptHandle }));
    const command = new DeleteMessageBatchCommand({ QueueUrl: this.url, Entries });
    try {
      await within(CALL_TIME, this.deployment.clock, options => this.client.send(command, options));
    } catch (error) {
      this.deployment.log('outcomes left', { error: facts(error).name });
    }
  }
}

/** Record in a message. Other senders may put anything into the queue; such a message lacks the request id. */
function recordOf(body: string): InvocationRecord {
  return Object(readJson(body));
}
