import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import { DeliveryRole } from './delivery-role';
import type { FunctionPlace } from './destination';

/** The permissions that the role of a function needs for the destinations of a config, as a policy document of RAM. */
export function deliveryPolicyOf({ onSuccess, onFailure }: AsyncInvokeConfigOptions, sender: FunctionPlace): any {
  const destinations = [onSuccess, onFailure].filter(destination => destination !== undefined);
  return destinations.length > 0 ? DeliveryRole.policyDocument(destinations, sender) : undefined;
}
