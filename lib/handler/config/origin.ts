import type { ConfigCloud } from './config-cloud';
import type { StoredConfig } from './config-place';
import { formerPlace, markOf, originalOf, parseConfigId, type FormerPlace } from './memory';
import type { StackConfig } from './stack-configs';
import type { CustomResourceRequest } from '../../contract/custom-resource';

/** Where the config comes from that a resource finds at a place. */
export interface Origin<Settings extends object> {
  /** Whether another resource of the stack has the place now. */
  readonly isHeld: boolean;

  /** Memory of the resource itself, if it left this place last, and its config is still there. */
  readonly own?: FormerPlace<Settings>;

  /** Config that was there before any resource of the stack; absent if that is the one that is found. */
  readonly original?: Settings | null;
}

/**
 * Tells whether a found config is one of the stack, and what the stack had found itself.
 *
 * It is if a resource of the stack has the place, or has just left it and its config is still there: CloudFormation cleans up at
 * the end of a deployment only.
 */
export function originOf<S extends object>(
  found: StoredConfig<S>,
  identity: string,
  configs: readonly StackConfig<S>[],
  request: CustomResourceRequest<object>,
  { differences }: Pick<ConfigCloud<any, S, any>, 'differences'>,
): Origin<S> {
  const mark = found.lastModified && markOf(found.lastModified.getTime());
  const isThere = (former?: FormerPlace<S>): former is FormerPlace<S> => former?.identity === identity
    && (former.mark === mark || (former.put !== undefined && differences(found.settings, { ...found.settings, ...former.put }).length === 0));
  const others = configs.filter(({ physicalId }) => physicalId !== request.PhysicalResourceId).map(({ id }) => id).filter(id => id !== undefined);
  const holders = others.filter(id => id.identity === identity).map(({ kept }) => kept);
  const id = parseConfigId<S>(request.PhysicalResourceId);
  const own = id && formerPlace(id);
  const formers = [own, ...others.map(other => formerPlace(other))].filter(isThere);
  const memories = [...holders, ...formers].map(originalOf);
  return {
    isHeld: holders.length > 0,
    own: isThere(own) ? own : undefined,
    original: memories.find(memory => memory !== undefined),
  };
}
