import { INVOKE_PERMISSION_FOR_OTHER_QUALIFIER } from '../../constraints/aws-lambda/permission';
import type { FunctionTarget } from '../../topology';
import type { Check } from '../finding';
import { functionOf } from '../functions';
import { isSwitchedOn } from '../invocations';
import { named, nameOf } from '../names';
import { PermissionsForOtherQualifier } from '../other-qualifier';

/**
 * For certain when a permission is for exactly what invokes the function, which is of the app, and every
 * permission on what is invoked, if there is any, is for another service: none there may be enough.
 */
export const invokePermissionForOtherQualifier: Check = {
  rule: INVOKE_PERMISSION_FOR_OTHER_QUALIFIER,
  severity: 'warning',
  *find({ topology }) {
    const permissions = new PermissionsForOtherQualifier(topology);
    const told = new Set<string>();
    for (const invocation of topology.invocations) {
      const { to, origin } = invocation;
      const wrong = to.kind === 'function' && functionOf(topology, to) && isSwitchedOn(invocation) ? permissions.of(invocation) : undefined;
      if (!wrong || told.has(wrong.key) || to.kind !== 'function') {
        continue;
      }
      told.add(wrong.key);
      const value = `${named(topology, wrong.function as FunctionTarget)}, while ${nameOf(topology, origin.key)} invokes ${named(topology, to)}`;
      yield { origin: wrong, property: 'FunctionName', value };
    }
  },
};
