import type { Site, WantedConfig } from './config-cloud';
import type { StoredConfig } from './config-place';
import { wantedBefore, type Errand } from './errand';
import { install, NotUndone } from './install';
import { refuseToForget, type ConfigId } from './memory';
import { undo } from './undo';
import type { Result } from '../resource';

/** Changes the config of a resource that stays at its place. The resource keeps its id, and with it its memory. */
export async function change<W extends WantedConfig, S extends object, C extends StoredConfig<S>>(
  errand: Errand<W, S, C>,
  site: Site<S, C>,
  { kept }: ConfigId<S>,
): Promise<Result> {
  const { cloud, wanted, deployment } = errand;
  refuseToForget(wanted, kept);
  const stored = await site.place.read();
  const before = stored?.settings;
  const settings = site.settings(cloud.base(before, wantedBefore(errand), wanted, kept.found));
  if (stored && cloud.differences(stored.settings, settings).length === 0) {
    // A put takes minutes to come into force, also one that changes nothing.
    deployment.log('already as wanted');
    return { data: cloud.attributes(stored) };
  }
  try {
    const put = await install(errand, site, settings, before);
    return { data: cloud.attributes(put), undo: time => undo(errand, settings, before ?? null, time) };
  } catch (error) {
    throw error instanceof NotUndone ? error.cause : error;
  }
}
