import type { ConfigPlace, StoredConfig } from './config-place';
import { differences, dropsDestination, type Settings } from './settings';
import { readBack } from '../../config/read-back';
import type { Deployment } from '../../resource';

/**
 * Puts a config over what is there, and reads it back.
 *
 * Between a Delete and the Put that follows, the function has default settings; so nothing is
 * deleted unless a destination has to go, which no Put is known to take away.
 *
 * @param live what is there; absent if there is nothing
 * @throws Error when something else is there afterwards
 */
export async function install(settings: Settings, live: Settings | undefined, place: ConfigPlace, deployment: Deployment): Promise<StoredConfig> {
  const { log } = deployment;
  if (live && dropsDestination(live, settings)) {
    await place.delete();
    log('deleted', { reason: 'a destination is dropped' });
  }
  await place.put(settings);
  log('put');
  return readBack('Function Compute', () => place.read(), stored => differences(stored.settings, settings), deployment);
}
