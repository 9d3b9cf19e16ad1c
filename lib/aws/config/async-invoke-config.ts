import { Resource, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import { chainConfigs } from './chain';
import { validateSettings } from './settings';
import { guardUniqueConfigs } from './unique-configs';
import { warnOfRegrets } from './warnings';
import { FOREIGN_FUNCTION, MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { bindDestination } from '../destinations/binding';
import { functionElsewhere, isElsewhere } from '../target/environment';
import { invocationTarget, type InvocationTarget } from '../target/invocation-target';

/** Properties of `AsyncInvokeConfig`. */
export interface AsyncInvokeConfigProps extends AsyncInvokeConfigOptions {
  /**
   * What is configured: a function, which means its `$LATEST`, or an alias or version.
   *
   * A config holds for exactly what callers name. One on the function does nothing
   * for those who invoke its alias.
   */
  readonly function: lambda.IFunction;
}

/**
 * How Lambda treats asynchronous invocations of exactly one function, alias or version.
 *
 * Renders `AWS::Lambda::EventInvokeConfig` with every setting spelled out, since
 * CloudFormation keeps what a template no longer mentions.
 *
 * @throws Error if a setting is out of range or missing altogether, a destination is one that
 * Lambda refuses, the role cannot be given the permissions, or the function belongs to another
 * account or Region; at synth if the app has another config for the same function and qualifier
 */
export class AsyncInvokeConfig extends Resource {
  /** The bare name of the function. */
  public readonly functionName: string;

  /** The alias, version or `$LATEST` for which the config holds. */
  public readonly qualifier: string;

  constructor(scope: Construct, id: string, props: AsyncInvokeConfigProps) {
    super(scope, id);
    validateSettings(this, props);
    const target = invocationTarget(this, props.function);
    this.refuseForeign(target);
    this.functionName = target.functionName;
    this.qualifier = target.qualifier;

    const destinations = this.bindDestinations(target, props);
    const resource = new lambda.CfnEventInvokeConfig(this, 'Resource', {
      functionName: this.functionName,
      qualifier: this.qualifier,
      maximumEventAgeInSeconds: props.maxEventAge?.toSeconds() ?? MAX_EVENT_AGE.default,
      maximumRetryAttempts: props.retryAttempts ?? RETRY_ATTEMPTS.default,
      destinationConfig: target.resource?.durableConfig ? undefined : {
        onFailure: { destination: destinations.Failure },
        onSuccess: { destination: destinations.Success },
      },
    });
    if (target.alias) {
      resource.node.addDependency(target.alias);
    }
    chainConfigs(this);
    guardUniqueConfigs(this);
    warnOfRegrets({ target, resource, settings: resource, destinations });
  }

  private refuseForeign({ function: fn }: InvocationTarget): void {
    const here = Stack.of(this);
    if (isElsewhere(fn.env, here)) {
      throw invalid(this, broken(FOREIGN_FUNCTION, 'function', functionElsewhere(fn.env, here)));
    }
  }

  private bindDestinations(target: InvocationTarget, props: AsyncInvokeConfigProps): Record<lambda.DestinationType, string> {
    const bind = (type: lambda.DestinationType, destination?: lambda.IDestination) =>
      destination === undefined ? '' : bindDestination({ scope: this, target, type, skipPermissions: props.skipPermissions ?? false }, destination);
    return {
      Failure: bind(lambda.DestinationType.FAILURE, props.onFailure),
      Success: bind(lambda.DestinationType.SUCCESS, props.onSuccess),
    };
  }
}
