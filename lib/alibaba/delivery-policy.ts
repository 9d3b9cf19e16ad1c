import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import { DeliveryRole } from './delivery-role';
import type { FunctionPlace } from './destination';

/** What a role of the function's own needs for the destinations of a config, as a policy document of RAM; nothing if there are none. */
export function deliveryPolicyOf({ onSuccess, onFailure }: AsyncInvokeConfigOptions, sender: FunctionPlace): any {
  const destinations = [onSuccess, onFailure].filter(destination => destination !== undefined);
  return destinations.length > 0 ? DeliveryRole.policyDocument(destinations, sender) : undefined;
}
