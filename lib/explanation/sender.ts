import { nameOf, settingOf, type Known } from './names';
import { senderOfKind } from '../constraints/aws-lambda/sender';
import type { Delivery, Topology } from '../topology';

/** What the service behind a caller does until Lambda accepts an event, as documented. */
export interface Sender {
  /** Absent if no page states it. */
  readonly retryAttempts?: Known<number>;

  /** The time for which it retries, in seconds; absent if no page states it. */
  readonly maxEventAge?: Known<number>;

  /** The queue for events that Lambda does not accept. Without it, they are lost. */
  readonly deadLetterQueue?: string;
}

/** The sender of a delivery; undefined if nothing is documented about its kind. */
export function senderOf(topology: Topology, delivery: Delivery): Sender | undefined {
  const documented = senderOfKind(delivery.kind);
  if (!documented) {
    return undefined;
  }
  const { retryAttempts, maxEventAge, deadLetterQueue } = delivery;
  return {
    retryAttempts: retryAttempts ? settingOf(retryAttempts) : documented.retryAttempts,
    maxEventAge: maxEventAge ? settingOf(maxEventAge) : documented.maxEventAge,
    deadLetterQueue: deadLetterQueue && nameOf(topology, deadLetterQueue),
  };
}
