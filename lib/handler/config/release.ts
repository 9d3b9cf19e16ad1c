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
  const { log } = deployment;
  const { mark, found } = id.kept;
  const place = placeOf(wanted, deployment);
  const live = await place.read();
  if (!live) {
    return log('left', { reason: 'there is no config, or no function, any more' });
  }
  if (!isAsWanted(live.settings, wanted)) {
    return log('left', { reason: 'somebody else has changed it' });
  }
  const others = await siblings(request.StackId, request.PhysicalResourceId, id.identity, deployment);
  if (others.some(other => other.kept.mark > mark)) {
    return log('left', { reason: 'another resource of the stack has it now' });
  }
  // What an older one had put was found here, and has to be there again: this is a rollback.
  const remembered = others.length > 0 ? found : whatToRestore(wanted, id.kept);
  if (remembered === undefined) {
    return log('left', { reason: others.length > 0 ? 'what was found was too large to be remembered' : 'it is to stay' });
  }
  await restore(givenBack(remembered, live.settings, wanted), place, deployment);
}

/** @returns nothing if everything is to stay as it is */
export function whatToRestore({ onDelete }: Pick<WantedConfig, 'onDelete'>, { found, original }: Memory): Memory['found'] {
  switch (onDelete) {
    case 'RETAIN': return undefined;
    case 'DELETE': return null;
    case 'RESTORE': return original === undefined ? found : original;
  }
}
