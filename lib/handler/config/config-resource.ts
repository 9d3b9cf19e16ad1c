import { adopt } from './adoption';
import { change } from './change';
import type { ConfigCloud, WantedConfig } from './config-cloud';
import type { StoredConfig } from './config-place';
import { endingEarly } from './ending-early';
import type { Errand } from './errand';
import { parseConfigId } from './memory';
import { release } from './release';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import type { Deployment, Resource } from '../resource';

/** Custom resource for the configs of one cloud: it puts a config in place of the one that it finds, and puts that back in the end. */
export function configResource<W extends WantedConfig, S extends object, C extends StoredConfig<S>>(cloud: ConfigCloud<W, S, C>): Resource<any> {
  const errandOf = (request: CustomResourceRequest<object>, deployment: Deployment): Errand<W, S, C> =>
    ({ cloud, wanted: cloud.wanted(request.ResourceProperties), request, deployment });
  return {
    async create(request, deployment) {
      const errand = errandOf(request, deployment);
      return adopt(errand, await cloud.site(errand.wanted, endingEarly(deployment)));
    },

    async update(request, deployment) {
      const errand = errandOf(request, deployment);
      const site = await cloud.site(errand.wanted, endingEarly(deployment));
      const id = parseConfigId<S>(request.PhysicalResourceId);
      return id?.identity === site.identity ? change(errand, site, id) : adopt(errand, site);
    },

    async delete(request, deployment) {
      const id = parseConfigId<S>(request.PhysicalResourceId);
      if (id) {
        await release(errandOf(request, deployment), id);
      }
      return {};
    },
  };
}
