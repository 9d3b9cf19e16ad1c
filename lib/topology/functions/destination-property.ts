import { RESOURCE_TYPE } from '../../contract/custom-resource';
import type { EventInvokeConfig } from '../nodes/config';
import type { Origin } from '../nodes/resource';

/** One side of a config. */
export type Side = EventInvokeConfig['declined'][number];

/** The property of a config for a destination, by the type of the resource. */
export function destinationProperty({ type }: Pick<Origin, 'type'>, side: Side): string {
  return (type === RESOURCE_TYPE.asyncInvokeConfig ? OURS : LAMBDAS)[side];
}

const LAMBDAS: Readonly<Record<Side, string>> = {
  onFailure: 'DestinationConfig.OnFailure.Destination',
  onSuccess: 'DestinationConfig.OnSuccess.Destination',
};

const OURS: Readonly<Record<Side, string>> = { onFailure: 'OnFailure', onSuccess: 'OnSuccess' };
