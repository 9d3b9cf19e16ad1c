import { known, type Delivery, type FunctionTarget, type QualifiedFunction, type Setting } from '../topology';

/** Whether a rule, schedule or trigger is certainly enabled. */
export function isSwitchedOn({ enabled }: { readonly enabled?: Setting<boolean> }): boolean {
  return enabled === undefined || known(enabled) === true;
}

/**
 * The first invocation of a qualifier that certainly takes place: it is enabled, has no condition,
 * and is not from the function itself, which Lambda refuses.
 */
export function certainInvocation({ target, invocations }: QualifiedFunction): Delivery | undefined {
  return invocations.find(invocation => isSwitchedOn(invocation) && invocation.origin.condition === undefined && !isOwn(invocation, target));
}

function isOwn({ from }: Delivery, target: FunctionTarget): boolean {
  return from?.kind === 'function' && from.functionKey === target.functionKey;
}
