import { INVOKE_ACTION, INVOKE_ASYNC_ACTION } from '../../constraints/aws-lambda/permission';
import { propertyPath } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { valueAt } from '../raw-values';

/** Allows the action of Invoke instead of that of InvokeAsync. */
export const invokeAction: Fixer = ({ key, property }, context) => {
  const written = valueAt(context.raw(key), propertyPath(property));
  const isOld = (action: unknown) => typeof action === 'string' && action.toLowerCase() === INVOKE_ASYNC_ACTION.toLowerCase();
  const actions = Array.isArray(written) ? [...new Set(written.map(action => isOld(action) ? INVOKE_ACTION : action))] : INVOKE_ACTION;
  return written === undefined ? undefined : new Draft(context).set(key, property, actions).fix(`Allow \`${INVOKE_ACTION}\`.`);
};
