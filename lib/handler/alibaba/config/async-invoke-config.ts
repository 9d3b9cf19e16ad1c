import { adopt } from './adoption';
import { ConfigPlace } from './config-place';
import { install } from './install';
import { wantedConfig, type WantedConfig } from './properties';
import { releaseIfThere } from './release';
import { differences } from './settings';
import type { AlibabaAsyncInvokeConfigProperties } from '../../../contract/alibaba-async-invoke-config';
import { parseConfigId, refuseToForget, type ConfigId } from '../../config/memory';
import type { Deployment, Resource, Result } from '../../resource';
import { targetIdentity } from '../target';

/** `Custom::AlibabaAsyncInvokeConfig`: puts a config over what is there, and leaves behind what was there. */
export const alibabaAsyncInvokeConfig: Resource<AlibabaAsyncInvokeConfigProperties> = {
  async create(request, deployment) {
    return adopt(wantedConfig(request.ResourceProperties), request, deployment);
  },

  async update(request, deployment) {
    const wanted = wantedConfig(request.ResourceProperties);
    const id = parseConfigId(request.PhysicalResourceId);
    return id?.identity === targetIdentity(wanted.target) ? change(wanted, id, deployment) : adopt(wanted, request, deployment);
  },

  async delete(request, deployment) {
    const id = parseConfigId(request.PhysicalResourceId);
    if (id) {
      await releaseIfThere(wantedConfig(request.ResourceProperties), id, request, deployment);
    }
    return {};
  },
};

/** Changes the config where it is. The resource keeps its id, and with it the memory of what was there before. */
async function change(wanted: WantedConfig, { kept }: ConfigId, deployment: Deployment): Promise<Result> {
  refuseToForget(wanted, kept);
  const place = new ConfigPlace(wanted.target, deployment);
  const live = (await place.read())?.settings;
  if (live && differences(live, wanted.settings).length === 0) {
    deployment.log('already as wanted');
  } else {
    await install(wanted.settings, live, place, deployment);
  }
  return {};
}
