import { adopt } from './adoption';
import { change } from './change';
import type { ConfigCloud, WantedConfig } from './config-cloud';
import type { StoredConfig } from './config-place';
import { endingEarly } from './ending-early';
import { parseConfigId } from './memory';
import { release } from './release';
import type { Resource } from '../resource';

/** The custom resource for configs of one cloud: it puts a config over the one that is there, and leaves behind what was there. */
export function configResource<W extends WantedConfig, S extends object, C extends StoredConfig<S>>(cloud: ConfigCloud<W, S, C>): Resource<any> {
  return {
    async create(request, deployment) {
      const wanted = cloud.wanted(request.ResourceProperties);
      return adopt(cloud, wanted, await cloud.site(wanted, endingEarly(deployment)), request, deployment);
    },

    async update(request, deployment) {
      const wanted = cloud.wanted(request.ResourceProperties);
      const site = await cloud.site(wanted, endingEarly(deployment));
      const id = parseConfigId<S>(request.PhysicalResourceId);
      return id?.identity === site.identity
        ? change(cloud, wanted, site, id, request, deployment)
        : adopt(cloud, wanted, site, request, deployment);
    },

    async delete(request, deployment) {
      const id = parseConfigId<S>(request.PhysicalResourceId);
      if (id) {
        await release(cloud, cloud.wanted(request.ResourceProperties), id, request, deployment);
      }
      return {};
    },
  };
}
