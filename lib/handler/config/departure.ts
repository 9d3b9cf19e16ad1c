import type { ConfigPlace } from './config-place';
import type { Deployment } from '../resource';

/**
 * Leaves a place with the config that it had before.
 *
 * @param settings `null` for no config
 * @param live settings that the place has now; absent for no config
 */
export async function leave<S extends object>(
  settings: S | null,
  live: S | undefined,
  place: ConfigPlace<S>,
  { log }: Pick<Deployment, 'log'>,
): Promise<void> {
  if (settings === null) {
    await place.delete();
  } else {
    await place.restore(settings, live);
  }
  log('restored', { config: settings === null ? 'none' : 'found' });
}
