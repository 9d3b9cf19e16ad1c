import { NO_FAILURE_DESTINATION } from '../../constraints/aws-lambda/destination';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { destinationProperty, known, type FunctionNode, type QualifiedFunction, type Topology } from '../../topology';
import type { Check, Place } from '../finding';
import { functionOf } from '../functions';
import { certainInvocation } from '../invocations';
import { named, nameOf } from '../names';
import { isUnconfiguredSibling } from '../unconfigured';

/**
 * For certain when the function is of the app, an enabled source of the app
 * invokes it asynchronously, its dead-letter queue is left out, and so is the failure
 * destination of exactly the qualifier that is invoked, with no config that may be its own.
 *
 * An empty text as destination is intended. Durable functions are left out, because their retries are
 * undocumented, and so are the findings of `AliasNotConfigured`.
 */
export const noFailureDestination: Check = {
  rule: NO_FAILURE_DESTINATION,
  severity: 'warning',
  *find({ topology, configs }) {
    for (const qualified of topology.qualifiedFunctions.values()) {
      const node = functionOf(topology, qualified.target);
      if (!node || !losesEvents(node, qualified) || !configs.areComplete(node) || isUnconfiguredSibling(configs, qualified)) {
        continue;
      }
      const invocation = certainInvocation(qualified);
      if (invocation) {
        yield { ...place(node, qualified), value: `nothing for ${name(topology, qualified)}, which ${nameOf(topology, invocation.origin.key)} invokes` };
      }
    }
  },
};

function losesEvents(node: FunctionNode, { configs, onFailure }: QualifiedFunction): boolean {
  return onFailure === undefined
    && node.deadLetterQueue === undefined
    && node.durable === undefined
    && !configs.some(({ declined }) => declined.includes('onFailure'));
}

/** The config that lacks the destination, else the function. */
function place(node: FunctionNode, { configs: [config] }: QualifiedFunction): Omit<Place, 'value'> {
  return config ? { origin: config, property: destinationProperty(config, 'onFailure') } : { origin: node, property: 'DeadLetterConfig' };
}

function name(topology: Topology, { target }: QualifiedFunction): string {
  return named(topology, { ...target, qualified: known(target.qualifier) !== LATEST });
}
