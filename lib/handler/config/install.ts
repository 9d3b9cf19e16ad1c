import type { ConfigCloud } from './config-cloud';
import type { ConfigPlace, StoredConfig } from './config-place';
import { readBack } from './read-back';
import type { Deployment } from '../resource';

/**
 * Puts a config and reads it back.
 *
 * @param over settings that the place has now; absent for no config
 * @throws Error when something else is there afterwards
 */
export async function install<S extends object, C extends StoredConfig<S>>(
  { service, differences }: Pick<ConfigCloud<any, S, C>, 'service' | 'differences'>,
  settings: S,
  over: S | undefined,
  place: ConfigPlace<S, C>,
  deployment: Deployment,
): Promise<C> {
  await place.put(settings, over);
  deployment.log('put');
  return readBack(service, () => place.read(), stored => differences(stored.settings, settings), deployment);
}
