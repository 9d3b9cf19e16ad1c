import { ALIAS_NOT_CONFIGURED } from '../../constraints/aws-lambda/event-invoke-config';
import type { Check } from '../finding';
import { functionOf } from '../functions';
import { certainInvocation } from '../invocations';
import { named, nameOf } from '../names';
import { isUnconfiguredSibling } from '../unconfigured';

/**
 * For certain when the alias or version and its function are of the app, an enabled source
 * invokes it, another qualifier has a config, and no config may be its own.
 */
export const aliasNotConfigured: Check = {
  rule: ALIAS_NOT_CONFIGURED,
  severity: 'warning',
  *find({ topology, configs }) {
    for (const qualified of topology.qualifiedFunctions.values()) {
      const node = functionOf(topology, qualified.target);
      const origin = topology.aliases.get(qualified.declaredBy ?? '') ?? topology.versions.get(qualified.declaredBy ?? '');
      const invocation = certainInvocation(qualified);
      if (!node || !origin || !invocation || !configs.areComplete(node) || !isUnconfiguredSibling(configs, qualified)) {
        continue;
      }
      yield {
        origin,
        property: origin.type === 'AWS::Lambda::Alias' ? 'Name' : 'FunctionName',
        value: `${named(topology, { ...qualified.target, qualified: true })}, which ${nameOf(topology, invocation.origin.key)} invokes`,
      };
    }
  },
};
