/** What a service does with an event until Lambda accepts it, and if Lambda never does. */
export interface Sender {
  /** The service in the principal of resource policies. */
  readonly principal?: string;

  /** The number of retries, unless the app sets it; absent where no page states it. */
  readonly retryAttempts?: number;

  /** The time for which it retries, unless the app sets it, in seconds; absent where no page states it. */
  readonly maxEventAge?: number;

  /** Whether it can send what it cannot deliver to a queue. */
  readonly deadLetterQueue: boolean;

  /** Where this is documented. */
  readonly source: string;
}

const DAY = 24 * 60 * 60;

/** The senders whose retries or dead-letter queues are documented, by the kind of the delivery. */
export const SENDERS: Readonly<Record<string, Sender>> = {
  'event-rule': {
    principal: 'events.amazonaws.com',
    retryAttempts: 185,
    maxEventAge: DAY,
    deadLetterQueue: true,
    source: 'Amazon EventBridge user guide, "How EventBridge retries delivering events"',
  },
  'schedule': {
    retryAttempts: 185,
    maxEventAge: DAY,
    deadLetterQueue: true,
    source: 'Amazon EventBridge Scheduler API reference, RetryPolicy',
  },
  'sns-subscription': {
    principal: 'sns.amazonaws.com',
    retryAttempts: 100_015,
    maxEventAge: 23 * DAY,
    deadLetterQueue: true,
    source: 'Amazon SNS developer guide, "Amazon SNS message delivery retries"',
  },
  'log-subscription': {
    maxEventAge: DAY,
    deadLetterQueue: false,
    source: 'Amazon CloudWatch Logs user guide, "Log group-level subscription filters"',
  },
};

/** The facts about a kind of sender; absent where nothing is documented. */
export function senderOfKind(kind: string): Sender | undefined {
  return Object.hasOwn(SENDERS, kind) ? SENDERS[kind] : undefined;
}
