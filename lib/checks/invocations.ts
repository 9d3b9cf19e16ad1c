import { known, type Delivery, type FunctionTarget, type QualifiedFunction, type Setting } from '../topology';

/** Whether something that can be switched off is on for certain. */
export function isSwitchedOn({ enabled }: { readonly enabled?: Setting<boolean> }): boolean {
  return enabled === undefined || known(enabled) === true;
}

/**
 * The first invocation of a qualifier that will take place for certain: nothing switches it off, no condition
 * leaves it out, and it is no destination for itself, which Lambda refuses.
 */
export function certainInvocation({ target, invocations }: QualifiedFunction): Delivery | undefined {
  return invocations.find(invocation => isSwitchedOn(invocation) && invocation.origin.condition === undefined && !isOwn(invocation, target));
}

function isOwn({ from }: Delivery, target: FunctionTarget): boolean {
  return from?.kind === 'function' && from.functionKey === target.functionKey;
}
