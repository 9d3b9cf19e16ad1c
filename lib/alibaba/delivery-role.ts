import type { Destination, FunctionPlace } from './destination';
import { UNKNOWN_DELIVERY } from '../constraints/alibaba-fc/destination';
import { deliveryPolicy, TRUST_POLICY } from '../constraints/alibaba-fc/permission';
import { broken } from '../constraints/rule';
import { quoted } from '../constraints/violation';

/**
 * The documents of a role that delivers records, for Resource Access Management (RAM).
 *
 * A function without a role of its own uses the service-linked role of Function Compute and needs neither.
 */
export class DeliveryRole {
  /** Who may take the role on: Function Compute. */
  public static trustPolicyDocument(): any {
    return structuredClone(TRUST_POLICY);
  }

  /**
   * What the role may do: exactly what delivery to these destinations needs.
   *
   * @param destinations one at least
   * @param sender where the function is that sends
   * @throws Error if what a destination is, is known at deployment only
   */
  public static policyDocument(destinations: Destination[], sender: FunctionPlace): any {
    return deliveryPolicy(destinations.map(destination => {
      const known = destination._in(sender);
      if (!known) {
        throw new Error(broken(UNKNOWN_DELIVERY, 'destinations', quoted(destination.arnFor(sender))));
      }
      return known;
    }), sender);
  }

  private constructor() {}
}
