import type { ConfigCloud, WantedConfig } from './config-cloud';
import type { ConfigPlace, StoredConfig } from './config-place';
import type { ConfigId, Memory } from './memory';
import { siblings } from './siblings';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import type { Deployment } from '../resource';

/**
 * Leaves a config: the resource goes, or has got another target.
 *
 * By then, the place may belong to somebody else, whose config must survive. So a config is touched only if
 * it says what was put, and no other resource of the stack has put the same later.
 */
export async function release<W extends WantedConfig, S extends object, C extends StoredConfig<S>>(
  cloud: ConfigCloud<W, S, C>,
  wanted: W,
  id: ConfigId<S>,
  request: CustomResourceRequest<object>,
  deployment: Deployment,
): Promise<void> {
  try {
    const place = cloud.place(wanted, deployment);
    const live = (await place.read())?.settings;
    if (!live) {
      return deployment.log('left', { reason: 'there is no config any more' });
    }
    const remembered = await whatToLeave(wanted, cloud.isAsWanted(live, wanted), id, request, deployment);
    if (remembered !== undefined) {
      await leave(cloud.leftBehind(remembered, live, wanted), live, place, deployment);
    }
  } catch (error) {
    if (!cloud.isGone(error)) {
      throw error;
    }
    deployment.log('left', { reason: 'there is no function, alias or version any more' });
  }
}

/** @param settings `null` for no config at all */
export async function leave<S extends object>(
  settings: S | null,
  live: S | undefined,
  place: ConfigPlace<S>,
  deployment: Deployment,
): Promise<void> {
  if (settings === null) {
    await place.delete();
  } else {
    await place.restore(settings, live);
  }
  deployment.log('restored', { config: settings === null ? 'none' : 'found' });
}

/**
 * What has to be there once the resource has gone.
 *
 * @param isOurs whether what is there says what was put
 * @returns nothing if everything is to stay as it is; the log says why
 */
export async function whatToLeave<S extends object>(
  wanted: Pick<WantedConfig, 'onDelete'>,
  isOurs: boolean,
  { kept, identity }: ConfigId<S>,
  request: CustomResourceRequest<object>,
  deployment: Deployment,
): Promise<S | null | undefined> {
  const left = (reason: string) => {
    deployment.log('left', { reason });
    return undefined;
  };
  if (!isOurs) {
    return left('somebody else has changed it');
  }
  const others = await siblings<S>(request.StackId, request.PhysicalResourceId, identity, deployment);
  if (others.some(other => other.kept.mark > kept.mark)) {
    return left('another resource of the stack has it now');
  }
  if (others.length > 0) {
    // What an older one had put was found here, and has to be there again: this is a rollback.
    return kept.found === undefined ? left('what was found was too large to be remembered') : kept.found;
  }
  const remembered = whatToRestore(wanted, kept);
  return remembered === undefined ? left('it is to stay') : remembered;
}

/** @returns nothing if everything is to stay as it is */
function whatToRestore<S extends object>({ onDelete }: Pick<WantedConfig, 'onDelete'>, { found, original }: Memory<S>): S | null | undefined {
  switch (onDelete) {
    case 'RETAIN': return undefined;
    case 'DELETE': return null;
    case 'RESTORE': return original === undefined ? found : original;
  }
}
