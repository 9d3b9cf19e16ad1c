import type { Arrival } from './delivery/arrival';
import type { Message } from './delivery/message';
import type { InvocationRecord } from '../contract/invocation-record';

/** A queue, topic, bus, bucket or function at which records and dead letters arrive. */
export class Destination {
  readonly #arrivals: () => readonly Arrival[];

  constructor(
    /** The name that a deployment would give it. */
    readonly name: string,

    /** The ARN that it would have. */
    readonly arn: string,
    arrivals: () => readonly Arrival[],
  ) {
    this.#arrivals = arrivals;
  }

  /**
   * The invocation records, in the order in which they arrived.
   *
   * @throws NotKnownError if Lambda stopped one of the events as a recursive loop
   */
  get records(): InvocationRecord[] {
    return this.arrivals.flatMap(({ record }) => record ?? []);
  }

  /** Everything that arrived, in the form of the service: messages, events, objects or payloads. */
  get messages(): Message[] {
    return this.arrivals.map(({ message }) => message);
  }

  /** Everything that arrived, each with its time, request id and role. */
  get arrivals(): readonly Arrival[] {
    return this.#arrivals();
  }
}
