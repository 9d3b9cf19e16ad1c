import { FunctionComputeConfigPlace, isGone } from './config-place';
import { wantedConfig, type WantedConfig } from './properties';
import { differences, isHalfPut, type Settings } from './settings';
import type { AlibabaAsyncInvokeConfigProperties } from '../../../contract/alibaba-async-invoke-config';
import type { ConfigCloud } from '../../config/config-cloud';
import { configResource } from '../../config/config-resource';
import type { Resource } from '../../resource';
import { targetIdentity } from '../target';

const functionComputeConfigs: ConfigCloud<WantedConfig, Settings> = {
  service: 'Function Compute',
  // A put is not known to remove a destination.
  replacesAtOnce: false,
  wanted: wantedConfig,
  place: ({ target }, deployment) => new FunctionComputeConfigPlace(target, deployment),

  async site({ target, settings }, deployment) {
    return { place: new FunctionComputeConfigPlace(target, deployment), identity: targetIdentity(target), settings: () => settings };
  },

  differences,
  isHalfPut,
  isAsWanted: (settings, wanted) => differences(settings, wanted.settings).length === 0,
  owned: ({ settings }) => settings,
  base: live => live,
  leftBehind: found => found,
  attributes: () => undefined,
  isGone,
};

/** `Custom::AlibabaAsyncInvokeConfig`. */
export const alibabaAsyncInvokeConfig: Resource<AlibabaAsyncInvokeConfigProperties> = configResource(functionComputeConfigs);
