import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { LATEST_PERMISSION } from '../../constraints/aws-lambda/permission';
import { known } from '../../topology';
import type { Check } from '../finding';
import { named } from '../names';

/** For certain when the template has `$LATEST`. A permission without a qualifier is allowed. */
export const latestPermission: Check = {
  rule: LATEST_PERMISSION,
  severity: 'error',
  find: ({ topology }) => topology.permissions.flatMap(permission => {
    const { function: fn } = permission;
    return fn.kind === 'function' && fn.qualified && known(fn.qualifier) === LATEST
      ? [{ origin: permission, property: 'FunctionName', value: named(topology, fn) }]
      : [];
  }),
};
