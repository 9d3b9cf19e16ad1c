import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { WantedConfig } from './properties';
import { ConfigPlace } from './stored-config';
import { whenReady } from '../lambda/readiness';
import { functionAndQualifier, qualifierOf } from '../lambda/target';
import { targetIdentity } from '../physical-id/target-identity';
import type { Deployment } from '../resource';

/** A target that is ready to be configured. */
export interface Workplace {
  readonly place: ConfigPlace;

  /** The target in its one spelling. */
  readonly identity: string;
  readonly configuration: FunctionConfiguration;
}

/** Where the config of a target is, whether the target is ready, or there at all, or not. */
export function placeOf({ target }: Pick<WantedConfig, 'target'>, deployment: Deployment): ConfigPlace {
  return new ConfigPlace(deployment.lambda(target), functionAndQualifier(target), deployment);
}

/** Waits for the function, and looks what is known about it. */
export async function workplaceOf({ target }: Pick<WantedConfig, 'target'>, deployment: Deployment): Promise<Workplace> {
  const configuration = await whenReady(deployment.lambda(target), functionAndQualifier(target), deployment);
  return {
    place: placeOf({ target }, deployment),
    identity: targetIdentity(configuration.FunctionArn!, qualifierOf(target)),
    configuration,
  };
}
