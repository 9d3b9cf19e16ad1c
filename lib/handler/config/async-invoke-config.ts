import { adopt } from './adoption';
import { change } from './change';
import { endingEarly } from './ending-early';
import { parseConfigId } from './memory';
import { wantedConfig } from './properties';
import { release } from './release';
import { workplaceOf } from './workplace';
import type { AsyncInvokeConfigProperties } from '../../contract/async-invoke-config';
import type { Resource } from '../resource';

/** `Custom::LambdaAsyncInvokeConfig`: puts a config over what is there, and leaves behind what was there. */
export const asyncInvokeConfig: Resource<AsyncInvokeConfigProperties> = {
  async create(request, deployment) {
    const wanted = wantedConfig(request.ResourceProperties);
    return adopt(wanted, await workplaceOf(wanted, endingEarly(deployment)), request, deployment);
  },

  async update(request, deployment) {
    const wanted = wantedConfig(request.ResourceProperties);
    const workplace = await workplaceOf(wanted, endingEarly(deployment));
    const id = parseConfigId(request.PhysicalResourceId);
    return id?.identity === workplace.identity
      ? change(wanted, workplace, id, request, deployment)
      : adopt(wanted, workplace, request, deployment);
  },

  async delete(request, deployment) {
    const id = parseConfigId(request.PhysicalResourceId);
    if (id) {
      await release(wantedConfig(request.ResourceProperties), id, request, deployment);
    }
    return {};
  },
};
