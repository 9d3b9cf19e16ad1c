import { Duration, Token, type CustomResource } from 'aws-cdk-lib';
import { CONFIG_ATTRIBUTE } from '../../contract/async-invoke-config';

/** How long the handler may work on a config, in seconds: until a function that is being updated is ready. */
export const CONFIG_TIME = 300;

/** The settings as Lambda tells them at deployment. */
export interface ReadSettings {
  readonly maxEventAge: Duration;
  readonly retryAttempts: number;
  readonly onFailure: string;
  readonly onSuccess: string;
}

/** What can be read of a custom resource that is a config, or has looked one up. */
export function readSettings(resource: CustomResource): ReadSettings {
  const number = (attribute: string) => Token.asNumber(resource.getAtt(attribute));
  return {
    maxEventAge: Duration.seconds(number(CONFIG_ATTRIBUTE.maximumEventAgeInSeconds)),
    retryAttempts: number(CONFIG_ATTRIBUTE.maximumRetryAttempts),
    onFailure: resource.getAttString(CONFIG_ATTRIBUTE.onFailure),
    onSuccess: resource.getAttString(CONFIG_ATTRIBUTE.onSuccess),
  };
}
