import type { DestinationKind } from '../../constraints/aws-lambda/destination';

/** A queue, topic, bus or bucket that records and events arrive at, or a function outside the app. */
export interface SimulatedStore {
  readonly kind: DestinationKind;
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;

  /** The key of the resource in the topology; absent when it is not of the app. */
  readonly key?: string;
  readonly logicalId?: string;

  /** The construct path, when the app tells it. */
  readonly path?: string;
  readonly fifo: boolean;

  /** In bytes; queues only. */
  readonly maximumMessageSize?: number;
}

/** The stores of the app, and those outside it that the app names as destinations. */
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
