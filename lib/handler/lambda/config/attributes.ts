import type { LambdaConfig } from './config-place';
import { complete } from './settings';
import { CONFIG_ATTRIBUTE } from '../../../contract/async-invoke-config';

/**
 * Attributes of a config for `Fn::GetAtt`.
 *
 * @param functionArn qualified, also with `$LATEST`
 * @param stored absent for no config, which yields Lambda's defaults
 */
export function attributesOf(functionArn: string, stored: LambdaConfig | undefined): Record<string, string> {
  const { MaximumEventAgeInSeconds, MaximumRetryAttempts, OnSuccess, OnFailure } = complete(stored?.settings);
  return {
    [CONFIG_ATTRIBUTE.isConfigured]: `${stored !== undefined}`,
    [CONFIG_ATTRIBUTE.functionArn]: functionArn,
    [CONFIG_ATTRIBUTE.maximumEventAgeInSeconds]: `${MaximumEventAgeInSeconds}`,
    [CONFIG_ATTRIBUTE.maximumRetryAttempts]: `${MaximumRetryAttempts}`,
    [CONFIG_ATTRIBUTE.onSuccess]: OnSuccess,
    [CONFIG_ATTRIBUTE.onFailure]: OnFailure,
    [CONFIG_ATTRIBUTE.lastModified]: stored?.lastModified?.toISOString() ?? '',
  };
}
