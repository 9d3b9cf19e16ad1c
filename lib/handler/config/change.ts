import { admitDestinations } from './admission';
import { attributesOf } from './attributes';
import { install } from './install';
import { refuseToForget, type ConfigId } from './memory';
import { abandoned, settingsOf, wantedConfig, type WantedConfig } from './properties';
import { choose, complete, differences } from './settings';
import type { Workplace } from './workplace';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import type { Deployment, Result } from '../resource';

/** Changes the config where it is. The resource keeps its id, and with it the memory of what was there before. */
export async function change(
  wanted: WantedConfig,
  { place, configuration }: Workplace,
  { kept }: ConfigId,
  request: CustomResourceRequest<object>,
  deployment: Deployment,
): Promise<Result> {
  refuseToForget(wanted, kept);
  const stored = await place.read();
  const live = complete(stored?.settings);
  const left = request.OldResourceProperties ? abandoned(wantedConfig(request.OldResourceProperties), wanted) : {};
  // What is no longer ours gets back the value that was found, unless somebody else has changed it.
  const base = choose(name => left[name] === live[name] ? kept.found?.[name] : live[name]);
  const settings = settingsOf(wanted, base, configuration);
  admitDestinations(settings, configuration);
  if (stored && differences(stored.settings, settings).length === 0) {
    // Whatever is put takes minutes to be in force, so nothing is put in vain.
    deployment.log('already as wanted');
    return { data: attributesOf(stored.functionArn, stored) };
  }
  const put = await install(settings, place, deployment);
  return { data: attributesOf(put.functionArn, put) };
}
