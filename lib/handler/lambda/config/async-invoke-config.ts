import { admitDestinations } from './admission';
import { attributesOf } from './attributes';
import { LambdaConfigPlace, type LambdaConfig } from './config-place';
import { abandoned, isAsWanted, owned, settingsOf, wantedConfig, type WantedConfig } from './properties';
import { givenBack } from './restoration';
import { choose, complete, differences, type Settings } from './settings';
import type { AsyncInvokeConfigProperties } from '../../../contract/async-invoke-config';
import type { ConfigCloud } from '../../config/config-cloud';
import { configResource } from '../../config/config-resource';
import { targetIdentity } from '../../physical-id/target-identity';
import type { Deployment, Resource } from '../../resource';
import { isNotFound } from '../../retry/classify';
import { whenReady } from '../readiness';
import { functionAndQualifier, qualifierOf } from '../target';

const lambdaConfigs: ConfigCloud<WantedConfig, Settings, LambdaConfig> = {
  service: 'Lambda',
  replacesAtOnce: true,
  wanted: wantedConfig,
  place: placeOf,

  async site(wanted, deployment) {
    const { target } = wanted;
    const configuration = await whenReady(deployment.lambda(target), functionAndQualifier(target), deployment);
    return {
      place: placeOf(wanted, deployment),
      identity: targetIdentity(configuration.FunctionArn!, qualifierOf(target)),
      settings(base) {
        const settings = settingsOf(wanted, base, configuration);
        admitDestinations(settings, configuration);
        return settings;
      },
    };
  },

  differences,
  isHalfPut: () => false,
  isAsWanted,
  owned,

  base(live, before, wanted, found) {
    const now = complete(live);
    const left = before ? abandoned(before, wanted) : {};
    // A setting that is no longer ours gets back the value that was found, unless it has been changed since.
    return choose(name => left[name] === now[name] ? found?.[name] : now[name]);
  },

  leftBehind: givenBack,
  attributes: stored => attributesOf(stored.functionArn, stored),
  isGone: isNotFound,
};

/** `Custom::LambdaAsyncInvokeConfig`. */
export const asyncInvokeConfig: Resource<AsyncInvokeConfigProperties> = configResource(lambdaConfigs);

function placeOf({ target }: WantedConfig, deployment: Deployment): LambdaConfigPlace {
  return new LambdaConfigPlace(deployment.lambda(target), functionAndQualifier(target), deployment);
}
