import { differences, type Settings } from './settings';
import type { ConfigPlace, StoredConfig } from './stored-config';
import type { Deployment } from '../resource';

const SECOND = 1000;

/** How long Lambda may go on telling the config before: it was never seen to, but reading is cheaper than believing. */
const READ_BACK_BUDGET = 30 * SECOND;
const READ_BACK_INTERVAL = 1 * SECOND;

/**
 * Puts a config and reads it back.
 *
 * @throws Error when something else is there afterwards
 */
export async function install(settings: Settings, place: ConfigPlace, deployment: Deployment): Promise<StoredConfig> {
  const { clock, log } = deployment;
  await place.put(settings);
  log('put');
  const end = clock.now() + READ_BACK_BUDGET;
  for (;;) {
    const stored = await place.read();
    const wrong = stored ? differences(stored.settings, settings) : ['the config'];
    if (stored && wrong.length === 0) {
      return stored;
    }
    if (clock.now() >= end || deployment.remaining() <= READ_BACK_INTERVAL) {
      throw new Error(`Lambda took the config, but does not have it: ${wrong.join(', ')} differ. Whatever else configures this function has to stop.`);
    }
    await clock.sleep(READ_BACK_INTERVAL);
  }
}
