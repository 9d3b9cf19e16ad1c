import type { ConfigPlace, StoredConfig } from './config-place';
import { differences, dropsDestination, type Settings } from './settings';
import type { Deployment } from '../../resource';

const SECOND = 1000;

/** How long Function Compute may go on telling the config before. */
const READ_BACK_BUDGET = 30 * SECOND;
const READ_BACK_INTERVAL = 1 * SECOND;

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
  return readBack(settings, place, deployment);
}

async function readBack(settings: Settings, place: ConfigPlace, { clock, remaining }: Deployment): Promise<StoredConfig> {
  const end = clock.now() + READ_BACK_BUDGET;
  for (;;) {
    const stored = await place.read();
    const wrong = stored ? differences(stored.settings, settings) : Object.keys(settings);
    if (stored && wrong.length === 0) {
      return stored;
    }
    if (clock.now() >= end || remaining() <= READ_BACK_INTERVAL) {
      throw new Error(`Function Compute took the config, but does not have it: ${wrong.join(', ')} differ. Whatever else configures this function has to stop.`);
    }
    await clock.sleep(READ_BACK_INTERVAL);
  }
}
