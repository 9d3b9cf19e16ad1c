import { attributesOf, textOf, type AttributeValues } from './attributes';
import { admitted, flowOf, type SendingLambda } from './sender';
import { VISIBILITY_TIMEOUT } from '../../../constraints/aws-sqs/queue';
import { DELAY } from '../../../constraints/aws-sqs/send-message';
import type { NumberConstraint } from '../../../constraints/constraint';
import { violation } from '../../../constraints/violation';
import { byteLength } from '../../../doors/byte-length';
import { inspect } from '../../../doors/inspect';
import { jsonOf } from '../../json-text';
import { checkOptions } from '../../known-options';
import type { MessageAttributes } from '../../state';
import type { Flow } from '../flow/flow';
import type { QueueMessage } from '../queue/queue-message';
import type { SimulatedQueue } from '../queue/simulated-queue';

/** Settings of a message to a queue. */
export interface SendOptions {
  /** @default - none */
  readonly attributes?: AttributeValues;

  /**
   * The time for which the message is invisible, in seconds; of standard queues.
   *
   * @default - that of the queue
   */
  readonly delaySeconds?: number;

  /**
   * The message group; of FIFO queues.
   *
   * @default - none
   */
  readonly groupId?: string;

  /**
   * The deduplication id; of FIFO queues.
   *
   * @default - a hash of the body, if the queue deduplicates by content
   */
  readonly deduplicationId?: string;
}

/** What to receive from a queue. */
export interface ReceiveSettings {
  /** @default 10 */
  readonly max?: number;

  /**
   * The time for which the messages are invisible to others, in seconds.
   *
   * @default - that of the queue
   */
  readonly visibilityTimeout?: number;
}

/** A message in a queue, as of the time at which you look at it. */
export interface MessageInQueue {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly sentAt: Date;

  /** How often it was received. */
  readonly receiveCount: number;

  /** `visible`, `delayed`, or `in flight` with a consumer. */
  readonly state: 'visible' | 'delayed' | 'in flight';
}

/** A queue, as a test uses it. */
export class QueueHandle {
  readonly #queue: SimulatedQueue;
  readonly #lambda: SendingLambda;

  constructor(queue: SimulatedQueue, lambda: SendingLambda) {
    this.#queue = queue;
    this.#lambda = lambda;
  }

  /** The name that a deployment would give it. */
  get name(): string {
    return this.#queue.settings.name;
  }

  get arn(): string {
    return this.#queue.settings.arn;
  }

  /**
   * Sends a message. The functions and pipes that poll the queue get it when you move the clock.
   *
   * @param body a string, or any other JSON value
   * @throws TypeError for unknown options, without a message group for a FIFO queue, and for a delay in one
   * @throws RangeError for a message that is empty or too large, and for a delay beyond the limits of SQS
   * @throws ServiceError if a function of the app sends it, and its role may not
   */
  async send(body: unknown, options: SendOptions = {}): Promise<Flow> {
    checkOptions(options, ['attributes', 'delaySeconds', 'groupId', 'deduplicationId'], 'send');
    const { attributes = {}, ...others } = options;
    this.check(textOf(body, jsonOf), options);
    const { cause, lineage } = admitted(this.#lambda, 'sqs:SendMessage', 'queue', this.arn);
    const { hop } = this.#queue.send({ body: textOf(body, jsonOf), attributes: attributesOf(attributes), ...others }, cause, lineage);
    return flowOf(this.#lambda.sources, hop);
  }

  /** The messages that are in the queue now, also those that are delayed or in flight. */
  get messages(): MessageInQueue[] {
    const now = this.#lambda.sources.now();
    return this.#queue.messages.map(message => ({
      messageId: message.id,
      body: message.content.body,
      attributes: message.content.attributes ?? {},
      sentAt: new Date(message.sentAt),
      receiveCount: message.receiveCount,
      state: message.visibleAt <= now ? 'visible' : message.receiveCount > 0 ? 'in flight' : 'delayed',
    }));
  }

  /**
   * Receives messages as a consumer of your own does. They are invisible to others until you delete them or their visibility
   * timeout ends.
   *
   * @throws TypeError for unknown options
   * @throws RangeError for numbers beyond the limits
   */
  receive(options: ReceiveSettings = {}): ReceivedFromQueue[] {
    checkOptions(options, ['max', 'visibilityTimeout'], 'receive');
    if (options.max !== undefined && !(Number.isInteger(options.max) && options.max > 0)) {
      throw new RangeError(`\`max\` must be an integer of 1 or more, got: ${inspect(options.max)}`);
    }
    checkNumber(VISIBILITY_TIMEOUT, options.visibilityTimeout, 'visibilityTimeout');
    return this.#queue.receive(options.max ?? 10, options.visibilityTimeout).map(message => new ReceivedFromQueue(message, this.#queue));
  }

  private check(text: string, { delaySeconds, groupId, deduplicationId }: SendOptions): void {
    const { settings: { fifo, contentBasedDeduplication, maximumMessageSize } } = this.#queue;
    const size = byteLength(text);
    if (size === 0 || size > maximumMessageSize) {
      throw new RangeError(`\`body\` must have 1 to ${maximumMessageSize} bytes, got: ${size}`);
    }
    checkNumber(DELAY, delaySeconds, 'delaySeconds');
    if (fifo && groupId === undefined) {
      throw new TypeError('`groupId` must be set, because the queue is a FIFO queue');
    }
    if (fifo && deduplicationId === undefined && !contentBasedDeduplication) {
      throw new TypeError('`deduplicationId` must be set, because the FIFO queue does not deduplicate by content');
    }
    if (fifo && delaySeconds !== undefined) {
      throw new TypeError('`delaySeconds` must not be set, because only a FIFO queue itself has a delay');
    }
  }
}

function checkNumber(constraint: NumberConstraint, value: number | undefined, property: string): void {
  const problem = value === undefined ? undefined : violation(constraint, value, property);
  if (problem !== undefined) {
    throw new RangeError(problem);
  }
}

/** A message that your test has received. */
export class ReceivedFromQueue {
  readonly #message: QueueMessage;
  readonly #queue: SimulatedQueue;

  constructor(message: QueueMessage, queue: SimulatedQueue) {
    this.#message = message;
    this.#queue = queue;
  }

  get messageId(): string {
    return this.#message.id;
  }

  get body(): string {
    return this.#message.content.body;
  }

  get attributes(): MessageAttributes {
    return this.#message.content.attributes ?? {};
  }

  /** How often the message was received, this time included. */
  get receiveCount(): number {
    return this.#message.receiveCount;
  }

  /** Deletes the message. */
  delete(): void {
    this.#queue.delete(this.#message);
  }

  /**
   * Hides the message for that many seconds from now; 0 lets it reappear at once.
   *
   * @throws RangeError for a number beyond the limits of SQS
   */
  changeVisibility(seconds: number): void {
    checkNumber(VISIBILITY_TIMEOUT, seconds, 'seconds');
    this.#queue.changeVisibility(this.#message, seconds);
  }
}
