import { TENANT_ISOLATION_SNAP_START } from '../../constraints/aws-lambda/function';
import { known } from '../../topology';
import type { Check } from '../finding';

/** For certain when both settings of the function are written out. */
export const tenantIsolationSnapStart: Check = {
  rule: TENANT_ISOLATION_SNAP_START,
  severity: 'error',
  find: ({ topology }) => [...topology.functions.values()]
    .filter(({ snapStart, tenancy }) => known(snapStart) === 'PublishedVersions' && known(tenancy) !== undefined)
    .map(origin => ({ origin, property: TENANT_ISOLATION_SNAP_START.parameter!, value: `PublishedVersions beside ${known(origin.tenancy)}` })),
};
