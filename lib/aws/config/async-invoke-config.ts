import { Resource, Stack, type Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
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

/** The settings of asynchronous invocation. */
export interface AsyncInvokeConfigOptions {
  /**
   * How long Lambda keeps an event that it has not processed yet, retries included.
   *
   * From 1 minute to 6 hours, in whole seconds. Lambda waits one minute before the
   * first retry and two before the second, and gives up an event that would be
   * older than this by then.
   *
   * @default Duration.hours(6)
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
   */
  readonly maxEventAge?: Duration;

  /**
   * How many times Lambda tries again when the function returns an error: 0, 1 or 2.
   *
   * @default 2
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
   */
  readonly retryAttempts?: number;

  /**
   * Where the record of an event goes that failed all attempts, or became too old.
   *
   * Of this library (`AsyncDestination`), of aws-cdk-lib or your own.
   *
   * @default - no destination: the event is lost, unless the function has a dead-letter queue
   */
  readonly onFailure?: lambda.IDestination;

  /**
   * Where the record of an event goes that was processed. Not a bucket.
   *
   * Of this library (`AsyncDestination`), of aws-cdk-lib or your own.
   *
   * @default - no destination
   */
  readonly onSuccess?: lambda.IDestination;

  /**
   * Whether the execution role has the permissions already that its destinations need.
   *
   * Then none are granted, and a role that takes no policies is no error.
   *
   * @default false
   */
  readonly skipPermissions?: boolean;
}

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
