import type { ConfigCloud, Site, WantedConfig } from './config-cloud';
import type { StoredConfig } from './config-place';
import { install } from './install';
import { refuseToForget, type ConfigId } from './memory';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import type { Deployment, Result } from '../resource';

/** Changes the config where it is. The resource keeps its id, and with it the memory of what was there before. */
export async function change<W extends WantedConfig, S extends object, C extends StoredConfig<S>>(
  cloud: ConfigCloud<W, S, C>,
  wanted: W,
  site: Site<S, C>,
  { kept }: ConfigId<S>,
  request: CustomResourceRequest<object>,
  deployment: Deployment,
): Promise<Result> {
  refuseToForget(wanted, kept);
  const { place } = site;
  const stored = await place.read();
  const before = request.OldResourceProperties && cloud.wanted(request.OldResourceProperties);
  const settings = site.settings(cloud.base(stored?.settings, before, wanted, kept.found));
  if (stored && cloud.differences(stored.settings, settings).length === 0) {
    // Whatever is put takes minutes to be in force, so nothing is put in vain.
    deployment.log('already as wanted');
    return { data: cloud.attributes(stored) };
  }
  return { data: cloud.attributes(await install(cloud, settings, stored?.settings, place, deployment)) };
}
