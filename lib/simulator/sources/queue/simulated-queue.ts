import { Deduplication } from './deduplication';
import { QueueMessage, type QueueContent } from './queue-message';
import type { QueueSettings } from './queue-settings';
import type { Lineage } from '../../lineage';
import { Agenda } from '../../time/agenda';
import type { Cause } from '../flow/cause';
import { checkEnds } from '../flow/endless-flow';
import { Hop } from '../flow/hop';
import { spoken } from '../flow/station';

/** Whatever receives messages by itself. */
export interface Consumer {
  /** Tells it that messages are there, now or from some time on, in milliseconds since 1970. */
  wake(at: number): void;
}

/** What a queue needs to know. */
export interface QueueSurroundings {
  now(): number;
  nextNumber(): number;
  newId(number: number): string;
  queueAt(arn: string): SimulatedQueue | undefined;
}

/** A queue of SQS: visibility, delay, retention, dead-letter queue, and the order of FIFO queues. */
export class SimulatedQueue {
  readonly consumers: Consumer[] = [];

  /** Messages that can be received, the oldest first; some may be gone. */
  private ready: QueueMessage[] = [];
  private readonly hidden = new Agenda<Hidden>();

  /** All messages that are not gone, in the order of their arrival. */
  private readonly held = new Map<string, QueueMessage>();

  /** The number of messages in flight, by the group of a FIFO queue. */
  private readonly inFlight = new Map<string, number>();
  private readonly deduplication: Deduplication<QueueMessage>;

  constructor(readonly settings: QueueSettings, private readonly around: QueueSurroundings) {
    this.deduplication = new Deduplication(settings.contentBasedDeduplication);
  }

  /** The messages in the queue, those in flight and delayed ones included. */
  get messages(): QueueMessage[] {
    return [...this.held.values()].filter(message => this.isKept(message));
  }

  /** The message with that id; undefined if it is gone. */
  message(id: string): QueueMessage | undefined {
    const found = this.held.get(id);
    return found && this.isKept(found) ? found : undefined;
  }

  /** Whether a consumer would receive that many messages now. */
  has(wanted: number): boolean {
    this.promote();
    let found = 0;
    for (const message of this.ready) {
      found += this.canReceive(message) ? 1 : 0;
      if (found >= wanted) {
        return true;
      }
    }
    return false;
  }

  /** The time from which a consumer can receive something: now or later; infinite if there is nothing. */
  get availableAt(): number {
    if (this.has(1)) {
      return this.around.now();
    }
    while (this.hidden.first && !this.hidden.first.isCurrent) {
      this.hidden.next();
    }
    return this.hidden.nextAt;
  }

  /**
   * Sends a message. A FIFO queue drops one that it got within the last five minutes.
   *
   * @param what the word for it in stories, e.g. "record"
   * @param now in milliseconds since 1970
   * @returns the message, or the earlier one
   */
  send(content: QueueContent, cause: Cause | undefined, lineage: Lineage | undefined, what = 'message', now = this.around.now()): QueueMessage {
    checkEnds(cause);
    const { settings, around } = this;
    const earlier = settings.fifo ? this.deduplication.find(content, now) : undefined;
    if (earlier) {
      new Hop(now, settings, `${what} dropped as a duplicate by ${spoken(settings)}`, cause, 'ignored');
      return earlier;
    }
    const number = around.nextNumber();
    const message = new QueueMessage(number, around.newId(number), content, now, new Hop(now, settings, `${what} in ${spoken(settings)}`, cause, 'stored'), lineage);
    if (settings.fifo) {
      this.deduplication.remember(content, message);
    }
    this.add(message, settings.fifo ? settings.delay : content.delaySeconds ?? settings.delay);
    return message;
  }

  /** Receives messages, up to a number. Those that were received as often as allowed go to the dead-letter queue instead. */
  receive(most: number, visibilityTimeout = this.settings.visibilityTimeout): QueueMessage[] {
    this.promote();
    const received: QueueMessage[] = [];
    const passed: QueueMessage[] = [];
    // A group keeps its order: what is passed over blocks what comes after it.
    const blocked = new Set<string>();
    let index = 0;
    for (; index < this.ready.length && received.length < most; index += 1) {
      const message = this.ready[index];
      const { groupId = '' } = message.content;
      if (!this.isKept(message)) {
        continue;
      }
      if (!this.canReceive(message) || blocked.has(groupId)) {
        blocked.add(groupId);
        passed.push(message);
      } else if (!this.redrive(message)) {
        received.push(message);
      }
    }
    this.ready.splice(0, index, ...passed);
    for (const message of received) {
      message.receiveCount += 1;
      message.lastReceivedAt = this.around.now();
      message.firstReceivedAt ??= message.lastReceivedAt;
      this.hide(message, visibilityTimeout);
      this.count(message, 1);
    }
    return received;
  }

  /** Deletes a message for good. */
  delete(message: QueueMessage): void {
    if (message.state === 'gone') {
      return;
    }
    const { isInFlight } = message;
    message.state = 'gone';
    message.hop.end = undefined;
    this.held.delete(message.id);
    if (isInFlight) {
      this.count(message, -1);
    }
  }

  /** Hides a message in flight for that many seconds from now; 0 lets it reappear at once. */
  changeVisibility(message: QueueMessage, seconds: number): void {
    if (message.isInFlight) {
      this.hide(message, seconds);
      this.promote();
    }
  }

  /** Removes all messages. */
  clear(): void {
    this.ready = [];
    this.hidden.clear();
    this.held.clear();
    this.inFlight.clear();
    this.deduplication.clear();
  }

  private add(message: QueueMessage, delay: number): void {
    message.hop.keptUntil = message.sentAt + this.settings.retention * 1000;
    this.held.set(message.id, message);
    if (delay > 0) {
      this.hide(message, delay);
    } else {
      this.ready.push(message);
      this.wake(this.around.now());
    }
  }

  /** Takes a message from a queue whose dead-letter queue this is. In a standard queue, it keeps its age. */
  private take({ number, id, content, sentAt, receiveCount, hop, lineage }: QueueMessage, from: SimulatedQueue): void {
    const { settings } = this;
    const now = this.around.now();
    const text = `moved to ${spoken(settings)} after ${receiveCount} ${receiveCount === 1 ? 'receive' : 'receives'}`;
    const moved = new QueueMessage(number, id, content, settings.fifo ? now : sentAt, new Hop(now, settings, text, hop, 'stored'), lineage);
    moved.movedFrom = from.settings.arn;
    this.add(moved, 0);
  }

  private redrive(message: QueueMessage): boolean {
    const { redrive, fifo } = this.settings;
    const target = redrive && message.receiveCount >= redrive.maxReceiveCount ? this.around.queueAt(redrive.to) : undefined;
    if (target?.settings.fifo !== fifo) {
      return false;
    }
    this.delete(message);
    target.take(message, this);
    return true;
  }

  private hide(message: QueueMessage, seconds: number): void {
    const now = this.around.now();
    message.state = 'hidden';
    message.visibleAt = now + seconds * 1000;
    this.hidden.add(new Hidden(message), now, seconds * 1000);
    this.wake(message.visibleAt);
  }

  /** Lets hidden messages reappear whose time has come. */
  private promote(): void {
    const now = this.around.now();
    while (this.hidden.nextAt <= now) {
      const entry = this.hidden.next();
      const { message } = entry;
      if (entry.isCurrent) {
        if (message.isInFlight) {
          this.count(message, -1);
        }
        message.state = 'ready';
        this.insert(message);
      }
    }
  }

  private insert(message: QueueMessage): void {
    const next = this.settings.fifo ? this.ready.findIndex(({ number }) => number > message.number) : -1;
    this.ready.splice(next === -1 ? this.ready.length : next, 0, message);
  }

  /** Whether a message is still there. One that is too old goes now. */
  private isKept(message: QueueMessage): boolean {
    if (message.state !== 'gone' && message.hop.keptUntil <= this.around.now()) {
      this.delete(message);
      message.hop.end = 'stored';
    }
    return message.state !== 'gone';
  }

  private canReceive(message: QueueMessage): boolean {
    return message.state === 'ready' && (!this.settings.fifo || (this.inFlight.get(message.content.groupId ?? '') ?? 0) === 0);
  }

  private count({ content: { groupId = '' } }: QueueMessage, change: number): void {
    if (this.settings.fifo) {
      const messages = (this.inFlight.get(groupId) ?? 0) + change;
      this.inFlight.set(groupId, messages);
      if (messages === 0) {
        this.wake(this.around.now());
      }
    }
  }

  private wake(at: number): void {
    for (const consumer of this.consumers) {
      consumer.wake(at);
    }
  }
}

/** A message that is hidden until a time. */
class Hidden {
  private readonly until: number;

  constructor(readonly message: QueueMessage) {
    this.until = message.visibleAt;
  }

  /** Whether the message is still hidden, and until the same time. */
  get isCurrent(): boolean {
    return this.message.state === 'hidden' && this.message.visibleAt === this.until;
  }
}
