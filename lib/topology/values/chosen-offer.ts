import type { Offer } from '../assembly/app';
import type { Stack } from '../assembly/stack';

/** The only offer, or the only one of the same assembly: equal stages offer the same names. */
export function chosen(offers: readonly Offer[], stack: Stack): Offer | undefined {
  const near = offers.filter(offer => offer.stack.assembly === stack.assembly);
  const candidates = near.length > 0 ? near : offers;
  return candidates.length === 1 ? candidates[0] : undefined;
}
