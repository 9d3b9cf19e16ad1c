import { known, type Delivery, type QualifiedFunction, type Setting } from '../topology';

/** Whether something that can be switched off is on for certain. */
export function isSwitchedOn({ enabled }: { readonly enabled?: Setting<boolean> }): boolean {
  return enabled === undefined || known(enabled) === true;
}

/** The first invocation of a qualifier that will take place for certain: nothing switches it off, and no condition leaves it out. */
export function certainInvocation({ invocations }: QualifiedFunction): Delivery | undefined {
  return invocations.find(invocation => isSwitchedOn(invocation) && invocation.origin.condition === undefined);
}
