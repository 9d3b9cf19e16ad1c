import { ZERO_RESERVED_CONCURRENCY } from '../../constraints/aws-lambda/event-queue';
import { RESERVED_CONCURRENT_EXECUTIONS } from '../../constraints/aws-lambda/function';
import { known } from '../../topology';
import type { Check } from '../finding';
import { certainInvocation } from '../invocations';
import { nameOf } from '../names';

/** For certain when the value is 0, and a source of the app invokes the function asynchronously, or a config is for it. */
export const zeroReservedConcurrency: Check = {
  rule: ZERO_RESERVED_CONCURRENCY,
  severity: 'warning',
  *find({ topology }) {
    const switchedOff = new Set([...topology.functions.values()].filter(node => known(node.reservedConcurrency) === 0).map(({ key }) => key));
    if (switchedOff.size === 0) {
      return;
    }
    for (const qualified of topology.qualifiedFunctions.values()) {
      const { resource } = qualified.target;
      const user = certainInvocation(qualified)?.origin ?? qualified.configs.find(({ condition }) => condition === undefined);
      if (resource === undefined || !user || !switchedOff.delete(resource)) {
        continue;
      }
      const does = qualified.configs.some(({ key }) => key === user.key) ? 'configures' : 'invokes';
      yield { origin: topology.functions.get(resource)!, property: RESERVED_CONCURRENT_EXECUTIONS.parameter, value: `0 for what ${nameOf(topology, user.key)} ${does}` };
    }
  },
};
