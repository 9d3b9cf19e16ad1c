import type { Destination, FunctionPlace } from './destination';
import { UNKNOWN_DELIVERY } from '../constraints/alibaba-fc/destination';
import { deliveryPolicy, TRUST_POLICY } from '../constraints/alibaba-fc/permission';
import { broken } from '../constraints/rule';
import { quoted } from '../constraints/violation';

/**
 * Policy documents of Resource Access Management (RAM) for a role that delivers records.
 *
 * A function without a role uses the service-linked role of Function Compute, and needs neither document.
 */
export class DeliveryRole {
  /** Lets Function Compute assume the role. */
  static trustPolicyDocument(): any {
    return structuredClone(TRUST_POLICY);
  }

  /**
   * Allows exactly what delivery to these destinations needs.
   *
   * @param destinations at least one
   * @param sender the Region and account of the function that sends
   * @throws Error if only the deployment knows the kind of a destination
   */
  static policyDocument(destinations: Destination[], sender: FunctionPlace): any {
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
