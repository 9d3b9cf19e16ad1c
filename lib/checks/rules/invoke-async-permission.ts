import { INVOKE_ASYNC_ACTION, INVOKE_ASYNC_PERMISSION } from '../../constraints/aws-lambda/permission';
import { known, type Text } from '../../topology';
import type { Check } from '../finding';

/** For certain when a policy that roles, users or groups may have, or a permission on a function, allows exactly this action: a `*` allows what is asked for, too. */
export const invokeAsyncPermission: Check = {
  rule: INVOKE_ASYNC_PERMISSION,
  severity: 'warning',
  *find({ topology: { identityStatements, resources, permissions } }) {
    for (const { origin, property, effect, actions = [] } of identityStatements) {
      const resource = resources.get(origin);
      if (resource && known(effect) === 'Allow' && actions.some(isInvokeAsync)) {
        yield { origin: resource, property: `${property}.Action`, value: INVOKE_ASYNC_ACTION };
      }
    }
    for (const permission of permissions) {
      if (isInvokeAsync(permission.action)) {
        yield { origin: permission, property: 'Action', value: INVOKE_ASYNC_ACTION };
      }
    }
  },
};

const IN_LOWER_CASE = INVOKE_ASYNC_ACTION.toLowerCase();

/** Actions are compared without regard to case. */
function isInvokeAsync(action: Text): boolean {
  const name = known(action);
  return name?.length === IN_LOWER_CASE.length && name.toLowerCase() === IN_LOWER_CASE;
}
