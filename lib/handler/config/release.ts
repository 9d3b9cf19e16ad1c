import type { ConfigId, Memory } from './memory';
import { isAsWanted, type WantedConfig } from './properties';
import { givenBack, restore } from './restoration';
import { siblings } from './siblings';
import { placeOf } from './workplace';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import type { Deployment } from '../resource';

/**
 * Leaves a config: the resource goes, or has got another target.
 *
 * By then, the place may belong to somebody else, whose config must survive. So a config is touched only if
 * it says what was put, and no other resource of the stack has put the same later.
 */
export async function release(wanted: WantedConfig, id: ConfigId, request: CustomResourceRequest<object>, deployment: Deployment): Promise<void> {
  const place = placeOf(wanted, deployment);
  const live = await place.read();
  if (!live) {
    return deployment.log('left', { reason: 'there is no config, or no function, any more' });
  }
  const remembered = await whatToLeave(wanted, isAsWanted(live.settings, wanted), id, request, deployment);
  if (remembered !== undefined) {
    await restore(givenBack(remembered, live.settings, wanted), place, deployment);
  }
}

/**
 * What has to be there once the resource has gone.
 *
 * @param isOurs whether what is there says what was put
 * @returns nothing if everything is to stay as it is; the log says why
 */
export async function whatToLeave(
  wanted: Pick<WantedConfig, 'onDelete'>,
  isOurs: boolean,
  { kept, identity }: ConfigId,
  request: CustomResourceRequest<object>,
  deployment: Deployment,
): Promise<Memory['found']> {
  const left = (reason: string) => {
    deployment.log('left', { reason });
    return undefined;
  };
  if (!isOurs) {
    return left('somebody else has changed it');
  }
  const others = await siblings(request.StackId, request.PhysicalResourceId, identity, deployment);
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
function whatToRestore({ onDelete }: Pick<WantedConfig, 'onDelete'>, { found, original }: Memory): Memory['found'] {
  switch (onDelete) {
    case 'RETAIN': return undefined;
    case 'DELETE': return null;
    case 'RESTORE': return original === undefined ? found : original;
  }
}
