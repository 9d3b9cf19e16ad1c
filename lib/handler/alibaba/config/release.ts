import { ConfigPlace, isGone } from './config-place';
import { install } from './install';
import type { WantedConfig } from './properties';
import { differences, type Settings } from './settings';
import type { CustomResourceRequest } from '../../../contract/custom-resource';
import type { ConfigId } from '../../config/memory';
import { whatToLeave } from '../../config/release';
import type { Deployment } from '../../resource';

/** Leaves a config: the resource goes, or has got another target. As with Lambda, one that belongs to somebody else by then survives. */
export async function release(wanted: WantedConfig, id: ConfigId, request: CustomResourceRequest<object>, deployment: Deployment): Promise<void> {
  const place = new ConfigPlace(wanted.target, deployment);
  const live = await place.read();
  if (!live) {
    return deployment.log('left', { reason: 'there is no config any more' });
  }
  const isOurs = differences(live.settings, wanted.settings).length === 0;
  const remembered = await whatToLeave(wanted, isOurs, id, request, deployment);
  if (remembered !== undefined) {
    await restore(remembered as Settings | null, live.settings, place, deployment);
  }
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
