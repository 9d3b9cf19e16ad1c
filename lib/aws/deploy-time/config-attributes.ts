import { Duration, Token, type CustomResource } from 'aws-cdk-lib';
import { CONFIG_ATTRIBUTE } from '../../contract/async-invoke-config';

/** Time that the handler may work on a config, in seconds. It waits until an update of the function is complete. */
export const CONFIG_TIME = 300;

/** Settings that Lambda returns at deployment. */
export interface ReadSettings {
  readonly maxEventAge: Duration;
  readonly retryAttempts: number;
  readonly onFailure: string;
  readonly onSuccess: string;
}

/** The settings of a custom resource that is a config, or that reads one. */
export function readSettings(resource: CustomResource): ReadSettings {
  const number = (attribute: string) => Token.asNumber(resource.getAtt(attribute));
  return {
    maxEventAge: Duration.seconds(number(CONFIG_ATTRIBUTE.maximumEventAgeInSeconds)),
    retryAttempts: number(CONFIG_ATTRIBUTE.maximumRetryAttempts),
    onFailure: resource.getAttString(CONFIG_ATTRIBUTE.onFailure),
    onSuccess: resource.getAttString(CONFIG_ATTRIBUTE.onSuccess),
  };
}
