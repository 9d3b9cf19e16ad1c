import { readBack } from './read-back';
import { differences, type Settings } from './settings';
import type { ConfigPlace, StoredConfig } from './stored-config';
import type { Deployment } from '../resource';

/**
 * Puts a config and reads it back.
 *
 * @throws Error when something else is there afterwards
 */
export async function install(settings: Settings, place: ConfigPlace, deployment: Deployment): Promise<StoredConfig> {
  await place.put(settings);
  deployment.log('put');
  return readBack('Lambda', () => place.read(), stored => differences(stored.settings, settings), deployment);
}
