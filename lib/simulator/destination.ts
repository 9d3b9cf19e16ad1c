import type { Arrival } from './delivery/arrival';
import type { Message } from './delivery/message';
import type { InvocationRecord } from '../contract/invocation-record';

/** A place where records and dead letters arrive. */
export class Destination {
  readonly #arrivals: () => readonly Arrival[];

  constructor(
    /** As the deployment would name it. */
    readonly name: string,

    /** As the deployment would have it. */
    readonly arn: string,
    arrivals: () => readonly Arrival[],
  ) {
    this.#arrivals = arrivals;
  }

  /**
   * The invocation records, in the order in which they arrived.
   *
   * @throws NotKnownError if one is of an event that was stopped as recursive
   */
  get records(): InvocationRecord[] {
    return this.arrivals.flatMap(({ record }) => record ?? []);
  }

  /** Everything in the form of the service: messages, events, objects, payloads. */
  get messages(): Message[] {
    return this.arrivals.map(({ message }) => message);
  }

  /** Everything with the time, the request id, and what it is for. */
  get arrivals(): readonly Arrival[] {
    return this.#arrivals();
  }
}
