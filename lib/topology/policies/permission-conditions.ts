import type { FunctionPermission } from '../nodes/function';
import { known, type Setting, type Text } from '../values/value';

/**
 * Whether a service that calls in its own name can fulfil the conditions that Lambda makes of the properties of a permission:
 * it belongs to no organization, has no token, and does not call a function URL.
 *
 * @returns `undefined` if only the deployment knows
 */
export function admitsServices(permission: FunctionPermission): boolean | undefined {
  const { principalOrgId, eventSourceToken } = permission;
  return every([lacks(principalOrgId), lacks(eventSourceToken), admitsInvoke(permission)]);
}

/** Whether a call of Invoke can fulfil them, whoever makes it. */
export function admitsInvoke({ functionUrlAuthType, invokedViaFunctionUrl }: FunctionPermission): boolean | undefined {
  return every([lacks(functionUrlAuthType), known(invokedViaFunctionUrl) === false || lacks(invokedViaFunctionUrl)]);
}

function lacks(value: Text | Setting<boolean> | undefined): boolean | undefined {
  return value === undefined || (value.kind === 'unknown' ? undefined : false);
}

function every(answers: ReadonlyArray<boolean | undefined>): boolean | undefined {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
