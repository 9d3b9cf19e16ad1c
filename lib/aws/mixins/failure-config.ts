import { Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { around } from './around';
import type { DeclaredFunction } from './declared-app';
import { functionOf } from './declared-function';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { declaredConfig, type DeclaredConfig } from '../config/declared-config';
import { isEventInvokeConfig } from '../config/event-invoke-config';
import { renderConfig } from '../config/rendered-config';
import { waitsFor } from '../config/waits-for';
import { bindDestination } from '../destinations/binding';
import { whereExisting } from '../target/conditional-part';
import type { InvocationTarget } from '../target/invocation-target';
import { propertiesOf } from '../target/properties-of';
import { unfolded } from '../target/unfolded';

/** Id of the config that the mixin adds below a function, alias or version. */
const CONFIG_ID = 'FailureDestinationConfig';

/** A failure destination as it is given to a function. */
export interface GivenDestination {
  readonly destination: lambda.IDestination;
  readonly skipPermissions: boolean;
}

/** The target of a config for a function of the app and one of its qualifiers. */
export function targetOf(resource: lambda.CfnFunction, qualifier?: lambda.CfnAlias | lambda.CfnVersion): InvocationTarget {
  const fn = functionOf(resource);
  const target = { function: fn, functionName: fn.functionName, resource };
  if (!qualifier) {
    return { ...target, qualifier: LATEST };
  }
  return lambda.CfnAlias.isCfnAlias(qualifier)
    ? { ...target, qualifier: qualifier.name, alias: qualifier }
    : { ...target, qualifier: qualifier.attrVersion };
}

/**
 * Adds a config with a failure destination, which waits for the other configs of the function.
 *
 * @throws Error if Lambda would refuse the destination, or the role accepts no permissions
 */
export function addConfig(
  target: InvocationTarget, place: lambda.CfnFunction | lambda.CfnAlias | lambda.CfnVersion, { configs }: DeclaredFunction, given: GivenDestination,
): DeclaredConfig {
  const home = around(place);
  const scope = new Construct(home, CONFIG_ID);
  try {
    const config = renderConfig(scope, target, { onFailure: given.destination, skipPermissions: given.skipPermissions });
    for (const { resource } of [...configs.values()].flat()) {
      if (resource.stack === config.stack && !waitsFor(resource, config)) {
        config.node.addDependency(resource);
      }
    }
    return declaredConfig(config)!;
  } catch (error) {
    home.node.tryRemoveChild(CONFIG_ID);
    throw error;
  }
}

/** The failure destination of a config: its ARN, empty if the config declines one, absent without; `unknown` if the app does not know. */
export function failureDestinationOf({ resource }: DeclaredConfig): { readonly arn?: string } | 'unknown' {
  if (!isEventInvokeConfig(resource)) {
    return 'unknown';
  }
  const destinations = unfolded<lambda.CfnEventInvokeConfig.DestinationConfigProperty>(resource, resource.destinationConfig);
  if (resource.destinationConfig !== undefined && !destinations) {
    return 'unknown';
  }
  const side = unfolded<lambda.CfnEventInvokeConfig.OnFailureProperty>(resource, destinations?.onFailure);
  return destinations?.onFailure !== undefined && !side ? 'unknown' : { arn: side?.destination };
}

/**
 * Adds a failure destination to a config that has none. Its other settings stay.
 *
 * @throws Error if Lambda would refuse the destination, or the role accepts no permissions
 */
export function completeConfig({ resource }: DeclaredConfig, target: InvocationTarget, given: GivenDestination): void {
  const config = resource as lambda.CfnEventInvokeConfig;
  const side = { scope: config, target, type: lambda.DestinationType.FAILURE, skipPermissions: given.skipPermissions };
  const destination = bindDestination(side, given.destination);
  const destinations = unfolded<lambda.CfnEventInvokeConfig.DestinationConfigProperty>(config, config.destinationConfig);
  config.destinationConfig = { ...destinations, onFailure: { destination: whereExisting(config, propertiesOf(config), destination, '') } };
}

/** Whether a qualifier is known only at deployment, so that two of them cannot be told apart. */
export function isUncertain(qualifier: string): boolean {
  return Token.isUnresolved(qualifier) || /[({]/.test(qualifier);
}
