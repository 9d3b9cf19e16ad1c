import type { Known } from './names';
import type { Sender } from './sender';
import type { DeliveryKind } from '../topology';

/** A resource or service that invokes a function asynchronously. */
export interface Caller {
  readonly kind: DeliveryKind | 'custom-resource';

  /** The source of the event, where the app tells it. */
  readonly from?: string;

  /** The construct that declares the call; for a call by CloudFormation, the custom resource. */
  readonly by: string;
  readonly property: string;

  /** Absent unless the app switches it on or off. */
  readonly enabled?: Known<boolean>;

  /** Absent if nothing is documented about the service. */
  readonly sender?: Sender;
}
