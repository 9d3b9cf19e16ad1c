import { and, type Perhaps } from './perhaps';
import type { FunctionPermission } from '../nodes/function';
import { known, type Setting, type Text } from '../values/value';

/**
 * Whether a service that calls in its own name can fulfil the conditions that Lambda makes of the properties of a permission:
 * it belongs to no organization, has no token, and does not call a function URL.
 *
 * @returns `undefined` if only the deployment knows
 */
export function admitsServices(permission: FunctionPermission): Perhaps {
  const { principalOrgId, eventSourceToken } = permission;
  return [lacks(principalOrgId), lacks(eventSourceToken), admitsInvoke(permission)].reduce(and);
}

/** Whether a call of Invoke can fulfil these conditions: it does not go through a function URL. */
export function admitsInvoke({ functionUrlAuthType, invokedViaFunctionUrl }: FunctionPermission): Perhaps {
  return and(lacks(functionUrlAuthType), known(invokedViaFunctionUrl) === false || lacks(invokedViaFunctionUrl));
}

function lacks(value: Text | Setting<boolean> | undefined): Perhaps {
  return value === undefined || (value.kind === 'unknown' ? undefined : false);
}
