import type { ConfigCloud, WantedConfig } from './config-cloud';
import type { StoredConfig } from './config-place';
import { leave } from './departure';
import type { Errand } from './errand';
import { wasAtWork } from './journal';
import { markOf, originalOf, type ConfigId, type Memory } from './memory';
import { stackConfigs } from './stack-configs';

/**
 * Leaves a config: the resource is deleted, or has got another target.
 *
 * By then another stack or person may have configured the function. Their config stays: a config is touched only if it has the
 * settings of the resource, was put by the stack, and no other resource of the stack has put one later.
 */
export async function release<W extends WantedConfig, S extends object, C extends StoredConfig<S>>(
  errand: Errand<W, S, C>,
  id: ConfigId<S>,
): Promise<void> {
  const { cloud, wanted, deployment } = errand;
  try {
    const place = cloud.place(wanted, deployment);
    const live = await place.read();
    const remembered = await whatToLeave(errand, id, live);
    if (remembered !== undefined) {
      await leave(live ? cloud.leftBehind(remembered, live.settings, wanted) : remembered, live?.settings, place, deployment);
    }
  } catch (error) {
    if (!cloud.isGone(error)) {
      throw error;
    }
    deployment.log('left', { reason: 'the function, alias or version is gone' });
  }
}

/**
 * Config for the place when the resource has left it; `null` for none.
 *
 * @param live absent for no config
 * @returns nothing if everything stays as it is; the log says why
 */
export async function whatToLeave<S extends object>(
  { cloud, wanted, request, deployment }: Errand<WantedConfig, S, any>,
  { kept, identity }: ConfigId<S>,
  live: StoredConfig<S> | undefined,
): Promise<S | null | undefined> {
  const left = (reason: string) => {
    deployment.log('left', { reason });
    return undefined;
  };
  if (live === undefined && cloud.replacesAtOnce) {
    return left('there is no config any more');
  }
  if (live && !cloud.isAsWanted(live.settings, wanted) && !isHalfRestored(cloud, wanted, kept, live.settings)) {
    return left('the config has been changed since');
  }
  const { StackId, LogicalResourceId, PhysicalResourceId } = request;
  const configs = await stackConfigs<S>(StackId, deployment);
  const others = configs.filter(({ physicalId, id: other }) => physicalId !== PhysicalResourceId && other?.identity === identity);
  if (others.some(({ logicalId, id }) => logicalId === LogicalResourceId || id!.kept.mark > kept.mark)) {
    return left('the stack has put another config since');
  }
  if (others.length > 0) {
    // An older resource of the stack stays: this is a rollback, and its config was found here.
    return kept.found === undefined ? left('the found config was too large to be remembered') : kept.found;
  }
  const lastModified = live?.lastModified?.getTime();
  const isSurelyOurs = lastModified === undefined || markOf(lastModified) === kept.mark || wanted.merge;
  if (!isSurelyOurs && await wasAtWork(StackId, identity, lastModified, deployment) === false) {
    return left('another stack or person has put the same config since');
  }
  const remembered = whatToRestore(wanted, kept);
  return remembered === undefined ? left('the config is to stay') : remembered;
}

/** Whether an earlier Delete was broken off while it put back what was there. */
function isHalfRestored<W extends WantedConfig, S extends object>(
  cloud: ConfigCloud<W, S, any>,
  wanted: W,
  { found, original }: Memory<S>,
  live: S,
): boolean {
  return [found, original].some(earlier => earlier && cloud.isHalfPut(live, earlier, { ...live, ...cloud.owned(wanted) }));
}

function whatToRestore<S extends object>({ onDelete }: WantedConfig, kept: Memory<S>): S | null | undefined {
  switch (onDelete) {
    case 'RETAIN': return undefined;
    case 'DELETE': return null;
    case 'RESTORE': return originalOf(kept);
  }
}
