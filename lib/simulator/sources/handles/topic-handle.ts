import { attributesOf, textOf, type AttributeValues } from './attributes';
import { admitted, flowOf, type SendingLambda } from './sender';
import { jsonOf } from '../../json-text';
import { checkOptions } from '../../known-options';
import type { Flow } from '../flow/flow';
import type { SimulatedTopic } from '../topic/simulated-topic';

/** Settings of a message to a topic. */
export interface PublishOptions {
  /** @default - none */
  readonly subject?: string;

  /** @default - none */
  readonly attributes?: AttributeValues;

  /**
   * The message group; of FIFO topics.
   *
   * @default - none
   */
  readonly groupId?: string;

  /**
   * The deduplication id; of FIFO topics.
   *
   * @default - a hash of the message, if the topic deduplicates by content
   */
  readonly deduplicationId?: string;
}

/** A topic, as a test uses it. */
export class TopicHandle {
  readonly #topic: SimulatedTopic;
  readonly #lambda: SendingLambda;

  constructor(topic: SimulatedTopic, lambda: SendingLambda) {
    this.#topic = topic;
    this.#lambda = lambda;
  }

  /** The name that a deployment would give it. */
  get name(): string {
    return this.#topic.settings.name;
  }

  get arn(): string {
    return this.#topic.settings.arn;
  }

  /**
   * Publishes a message. All subscribers whose filter policy lets it pass get it at once; functions run when you move the clock.
   *
   * @param message a string, or any other JSON value
   * @throws TypeError for unknown options, for an empty message, and without a message group for a FIFO topic
   * @throws ServiceError if a function of the app publishes it, and its role may not
   */
  async publish(message: unknown, options: PublishOptions = {}): Promise<Flow> {
    checkOptions(options, ['subject', 'attributes', 'groupId', 'deduplicationId'], 'publish');
    const { attributes = {}, ...others } = options;
    const text = textOf(message, jsonOf);
    if (text === '') {
      throw new TypeError(`\`message\` must be a JSON value, and no empty text, got: ${message === '' ? "''" : typeof message}`);
    }
    const { fifo, contentBasedDeduplication } = this.#topic.settings;
    if (fifo && options.groupId === undefined) {
      throw new TypeError('`groupId` must be set, because the topic is a FIFO topic');
    }
    if (fifo && options.deduplicationId === undefined && !contentBasedDeduplication) {
      throw new TypeError('`deduplicationId` must be set, because the FIFO topic does not deduplicate by content');
    }
    const { cause, lineage } = admitted(this.#lambda, 'sns:Publish', 'topic', this.arn);
    const { hop } = this.#topic.publish({ message: text, attributes: attributesOf(attributes), ...others }, cause, lineage);
    return flowOf(this.#lambda.sources, hop);
  }
}
