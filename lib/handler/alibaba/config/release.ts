import { ConfigPlace, isGone } from './config-place';
import { install } from './install';
import type { WantedConfig } from './properties';
import { differences, type Settings } from './settings';
import type { CustomResourceRequest } from '../../../contract/custom-resource';
import type { ConfigId } from '../../config/memory';
import { whatToRestore } from '../../config/release';
import { siblings } from '../../config/siblings';
import type { Deployment } from '../../resource';

/**
 * Leaves a config: the resource goes, or has got another target.
 *
 * As with Lambda, a config is touched only if it says what was put, and no other resource of the stack has put the same later.
 */
export async function release(wanted: WantedConfig, id: ConfigId, request: CustomResourceRequest<object>, deployment: Deployment): Promise<void> {
  const { log } = deployment;
  const { mark, found } = id.kept;
  const place = new ConfigPlace(wanted.target, deployment);
  const live = await place.read();
  if (!live) {
    return log('left', { reason: 'there is no config any more' });
  }
  if (differences(live.settings, wanted.settings).length > 0) {
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
  await restore(remembered as Settings | null, live.settings, place, deployment);
}

/** The same where nothing is there to be left: what is gone has no config. */
export async function releaseIfThere(...[wanted, id, request, deployment]: Parameters<typeof release>): Promise<void> {
  try {
    await release(wanted, id, request, deployment);
  } catch (error) {
    if (!isGone(error)) {
      throw error;
    }
    deployment.log('left', { reason: 'there is no function, alias or version any more' });
  }
}

/** @param settings `null` for no config at all */
export async function restore(settings: Settings | null, live: Settings | undefined, place: ConfigPlace, deployment: Deployment): Promise<void> {
  if (settings === null) {
    await place.delete();
  } else {
    await install(settings, live, place, deployment);
  }
  deployment.log('restored', { config: settings === null ? 'none' : 'found' });
}
