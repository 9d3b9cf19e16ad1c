import type { DestinationKind } from '../../constraints/aws-lambda/destination';

/** A queue, topic, bus or bucket that receives records and events, or a function outside the app. */
export interface SimulatedStore {
  readonly kind: DestinationKind;
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;

  /** The key of the resource in the topology; absent if the app does not declare it. */
  readonly key?: string;
  readonly logicalId?: string;

  /** The construct path; absent if the app does not tell it. */
  readonly path?: string;
  readonly fifo: boolean;

  /** The largest message of a queue, in bytes. */
  readonly maximumMessageSize?: number;
}

/** The stores that the app declares, and the destinations outside the app. */
export class SimulatedStores implements Iterable<SimulatedStore> {
  private readonly byArn = new Map<string, SimulatedStore>();

  add(store: SimulatedStore): void {
    this.byArn.set(store.arn, store);
  }

  get(arn: string): SimulatedStore | undefined {
    return this.byArn.get(arn);
  }

  [Symbol.iterator](): Iterator<SimulatedStore> {
    return this.byArn.values();
  }
}
