import { TENANT_ISOLATED_DESTINATION } from '../../constraints/aws-lambda/function';
import { known } from '../../topology';
import { destinationPlaces } from '../destination-places';
import type { Check } from '../finding';
import { functionOf } from '../functions';

/** For certain when the destination is a function of the app whose tenants are isolated. */
export const tenantIsolatedDestination: Check = {
  rule: TENANT_ISOLATED_DESTINATION,
  severity: 'warning',
  find: context => destinationPlaces(context, target =>
    target.kind === 'function' && known(functionOf(context.topology, target)?.tenancy) !== undefined),
};
