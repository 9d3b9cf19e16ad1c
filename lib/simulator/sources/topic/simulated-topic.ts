import { envelope, snsEvent, type Notification } from './notification';
import type { Lineage } from '../../lineage';
import type { MessageAttributes } from '../../state';
import type { Cause } from '../flow/cause';
import { checkEnds } from '../flow/endless-flow';
import { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';
import { post, type DeployedTarget, type Parcel, type Targets } from '../outbox';
import { Deduplication } from '../queue/deduplication';

/** The settings of a topic, after the deployment. */
export interface TopicSettings extends Station {
  readonly arn: string;
  readonly region: string;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
}

/** A subscription, after the deployment. */
export interface Subscription extends Station {
  readonly arn: string;
  readonly protocol: string;
  readonly target: DeployedTarget;
  readonly raw: boolean;

  /** Whether a message passes its filter policy. */
  accepts(message: string, attributes: MessageAttributes): boolean;
}

/** A message to a topic. */
export interface TopicContent {
  readonly message: string;

  /** The messages of certain protocols, e.g. `sqs`. */
  readonly messageOf?: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly attributes?: MessageAttributes;
  readonly groupId?: string;
  readonly deduplicationId?: string;
}

/** What a topic has answered. */
export interface Published {
  readonly messageId: string;
  readonly sequenceNumber?: string;
  readonly sentAt: number;
  readonly hop: Hop;
}

/** What a topic needs to know. */
export interface TopicSurroundings extends Targets {
  nextNumber(): number;
  newId(number: number): string;
}

/**
 * The waits of SNS before it delivers again what a service of AWS did not take, in milliseconds: 3 times at once, 2 times after
 * a second, 10 times after 1 to 20 seconds, 100,000 times after 20 seconds. The growth in between is not documented.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
 */
export function waitOfSns(retry: number): number | undefined {
  if (retry < 3) {
    return 0;
  }
  if (retry < 5) {
    return 1_000;
  }
  return retry < 100_015 ? Math.min(20_000, 1_000 * 2 ** (retry - 5)) : undefined;
}

/** A topic of SNS. */
export class SimulatedTopic {
  private readonly deduplication: Deduplication<Published>;

  constructor(readonly settings: TopicSettings, readonly subscriptions: readonly Subscription[], private readonly around: TopicSurroundings) {
    this.deduplication = new Deduplication(settings.contentBasedDeduplication);
  }

  /**
   * Sends a message to all subscribers whose filter policy lets it pass.
   *
   * @param what the word for it in stories, e.g. "record"
   */
  publish(content: TopicContent, cause: Cause | undefined, lineage: Lineage | undefined, what = 'message'): Published {
    checkEnds(cause);
    const { settings, around } = this;
    const sentAt = around.now();
    const same = { body: content.message, deduplicationId: content.deduplicationId };
    const earlier = settings.fifo ? this.deduplication.find(same, sentAt) : undefined;
    if (earlier) {
      new Hop(sentAt, settings, `${what} dropped as a duplicate by ${spoken(settings)}`, cause, 'ignored');
      return earlier;
    }
    const number = around.nextNumber();
    const { attributes = {} } = content;
    const takers = this.subscriptions.filter(subscription => subscription.accepts(content.message, attributes));
    const isIgnored = takers.length === 0 && this.subscriptions.length > 0;
    const text = `${what} to ${spoken(settings)}${isIgnored ? ', which no filter policy lets pass' : ''}`;
    const hop = new Hop(sentAt, settings, text, cause, isIgnored ? 'ignored' : takers.length === 0 ? 'stored' : undefined);
    const published: Published = { messageId: around.newId(number), sentAt, hop, ...settings.fifo && { sequenceNumber: `1${String(number).padStart(18, '0')}000` } };
    if (settings.fifo) {
      this.deduplication.remember(same, published);
    }
    takers.forEach(taker => this.notify(taker, content, published, lineage));
    return published;
  }

  /** Forgets the messages of the last minutes. */
  clear(): void {
    this.deduplication.clear();
  }

  private notify(subscription: Subscription, content: TopicContent, published: Published, lineage: Lineage | undefined): void {
    const { settings: { arn, region, fifo }, around } = this;
    const { messageId, sequenceNumber, sentAt, hop } = published;
    const { protocol, raw, target } = subscription;
    const { messageOf = {}, subject, attributes = {}, groupId } = content;
    const message = messageOf[protocol] ?? content.message;
    const notification: Notification = { messageId, sequenceNumber, sentAt, subject, message, attributes, topicArn: arn, region };
    const text = protocol === 'lambda' ? snsEvent(notification, subscription.arn) : raw ? message : envelope(notification, subscription.arn);
    const parcel: Parcel = {
      what: 'notification',
      text,
      lineage,
      ...raw && { attributes },
      ...fifo && { groupId, deduplicationId: content.deduplicationId },
    };
    post(around, {
      station: subscription,
      measured: { kind: 'sns-subscription', arn },
      waitBefore: waitOfSns,
      deadLetter: () => ({ text, attributes: raw ? attributes : undefined, groupId }),
    }, target, parcel, new Hop(sentAt, subscription, `taken by ${spoken(subscription)}`, hop));
  }
}
