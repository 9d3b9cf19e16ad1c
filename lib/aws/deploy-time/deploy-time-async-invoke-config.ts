import { Resource, type CfnResource, type Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { CONFIG_TIME, readSettings } from './config-attributes';
import { configuredArns, deployTimeTarget, permissions, refuseOtherAccount, type DeployTimeTarget, type DeployTimeTargetOptions } from './target';
import { SECRET_IN_PROPERTY } from '../../constraints/aws-cloudformation/dynamic-reference';
import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import type { AsyncInvokeConfigProperties } from '../../contract/async-invoke-config';
import { RESOURCE_TYPE } from '../../contract/custom-resource';
import type { ConfigOnDelete } from '../../provider/config-on-delete';
import { DeployTimeResource } from '../../provider/deploy-time-resource';
import { chosenOnDelete } from '../../provider/on-delete';
import { propertyText } from '../../provider/property-text';
import type { AsyncInvokeConfigOptions } from '../config/async-invoke-options';
import { chainConfigs } from '../config/chain';
import { declareConfig } from '../config/declared-config';
import { validateSettings } from '../config/settings';
import { guardUniqueTargets } from '../config/unique-configs';
import { warnOfRegrets } from '../config/warnings';
import { bindDestination } from '../destinations/binding';
import { refuseVersionOfOtherStack } from '../target/version-of-other-stack';

/** Properties of `DeployTimeAsyncInvokeConfig`. */
export interface DeployTimeAsyncInvokeConfigProps extends AsyncInvokeConfigOptions, DeployTimeTargetOptions {
  /**
   * Function, alias or version that is configured, in any Region and account. A function stands for its `$LATEST`.
   *
   * Import a function that the app does not create, for example with `lambda.Function.fromFunctionArn`.
   */
  readonly function: lambda.IFunction;

  /**
   * Keeps the current value of each setting that you omit.
   *
   * With `false`, an omitted setting gets Lambda's default, and an omitted destination is removed.
   *
   * @default false
   */
  readonly merge?: boolean;

  /**
   * Fate of the config when you remove the construct or delete the stack.
   *
   * The handler changes a config only if it has the settings of this resource, and the stack has put it. These cases stay with you:
   *
   * - Two stacks configure one function: the stack that goes last restores the config that it found, which may be that of the other
   *   stack. Once the later stack has put back the config of the earlier one, the earlier one leaves it in place. To move a config to
   *   another stack, set RETAIN first.
   * - Someone else changes the config: their config stays.
   * - The found config is too large to remember: RESTORE fails before it changes anything.
   * - An update moves to another function and fails, and from then on the service refuses every put: the found config of that function
   *   cannot be put back, and CloudFormation sends no further request about it.
   * - The handler may not list resources and events of its own stack, e.g. because of a permissions boundary: then the settings alone
   *   decide whether a config is that of this resource.
   *
   * @default ConfigOnDelete.RESTORE
   */
  readonly onDelete?: ConfigOnDelete;
}

/**
 * Config of asynchronous invocation for a function that CloudFormation cannot configure in this stack: a function of
 * another Region or account, or one that has a config already, which the construct adopts.
 *
 * The handler gets `lambda:GetFunctionEventInvokeConfig`, `lambda:PutFunctionEventInvokeConfig`,
 * `lambda:DeleteFunctionEventInvokeConfig` and `lambda:GetFunctionConfiguration` on exactly that function and qualifier.
 * With an `assumedRole`, that role needs them instead. The handler also lists the resources and events of its own stack.
 *
 * A destination must be in the Region of the function. If the app does not know the execution role, set
 * `skipPermissions: true`. Lambda then refuses the config if the role lacks a permission.
 *
 * @throws Error if no setting is given or one is out of range, Lambda would refuse a destination, or the function
 * belongs to another account and you give no `assumedRole`; at synth if the app has another config for the same function and qualifier
 */
export class DeployTimeAsyncInvokeConfig extends Resource implements iam.IGrantable {
  /** Role of the handler. An assumed role must trust it. */
  readonly grantPrincipal: iam.IPrincipal;

  /** Bare name of the function. */
  readonly functionName: string;

  /** Qualifier that the config applies to: an alias, a version or `$LATEST`. */
  readonly qualifier: string;

  /** Maximum age of an event, as Lambda returns it after the change. */
  readonly maxEventAge: Duration;

  /** Number of retries, as Lambda returns it after the change. */
  readonly retryAttempts: number;

  /** ARN of the destination for failures, as Lambda returns it after the change; empty for none. */
  readonly onFailure: string;

  /** ARN of the destination for successes, as Lambda returns it after the change; empty for none. */
  readonly onSuccess: string;

  constructor(scope: Construct, id: string, props: DeployTimeAsyncInvokeConfigProps) {
    super(scope, id);
    validateSettings(this, props);
    refuseOtherAccount(this, props.function, props);
    refuseVersionOfOtherStack(this, props.function.functionArn);
    const onDelete = chosenOnDelete(this, props.onDelete);
    const target = deployTimeTarget(this, props.function, props);
    this.functionName = target.functionName;
    this.qualifier = target.qualifier;
    const maximumEventAgeInSeconds = props.maxEventAge?.toSeconds();
    const maximumRetryAttempts = props.retryAttempts;
    const [onFailure, onSuccess] = [lambda.DestinationType.FAILURE, lambda.DestinationType.SUCCESS].map(type => this.bind(target, type, props));
    const properties: AsyncInvokeConfigProperties = {
      ...target.properties,
      MaximumEventAgeInSeconds: propertyText(maximumEventAgeInSeconds),
      MaximumRetryAttempts: propertyText(maximumRetryAttempts),
      OnFailure: onFailure,
      OnSuccess: onSuccess,
      Merge: props.merge ? 'true' : 'false',
      OnDelete: onDelete,
    };
    const resource = new DeployTimeResource(this, 'Resource', {
      resourceType: RESOURCE_TYPE.asyncInvokeConfig,
      properties: { ...properties },
      written: [{ rule: SECRET_IN_PROPERTY, values: { ...target.written, onFailure, onSuccess } }],
      target: target.identity,
      statements: permissions(props, new iam.PolicyStatement({
        actions: ['Delete', 'Get', 'Put'].map(verb => `lambda:${verb}FunctionEventInvokeConfig`).concat('lambda:GetFunctionConfiguration'),
        resources: configuredArns(target),
      })),
      workTime: CONFIG_TIME,
      provider: props.provider,
    });
    // On delete, the handler looks whether another resource of the stack has the place now, and whether the stack has put the config.
    resource.allowOnOwnStack('cloudformation:ListStackResources');
    resource.allowOnOwnStack('cloudformation:DescribeStackEvents');
    this.grantPrincipal = resource.handler.role;
    const settings = readSettings(resource);
    this.maxEventAge = settings.maxEventAge;
    this.retryAttempts = settings.retryAttempts;
    this.onFailure = settings.onFailure;
    this.onSuccess = settings.onSuccess;
    const declared = resource.node.defaultChild as CfnResource;
    const absent = props.merge ? undefined : '';
    declareConfig(declared, {
      functionName: target.unqualifiedArn,
      qualifier: target.qualifier,
      settings: { maximumEventAgeInSeconds, maximumRetryAttempts, onFailure: onFailure ?? absent, onSuccess: onSuccess ?? absent },
    });
    chainConfigs(this);
    guardUniqueTargets(this);
    warnOfRegrets({
      target,
      resource: declared,
      settings: {
        maximumEventAgeInSeconds: maximumEventAgeInSeconds ?? (props.merge ? undefined : MAX_EVENT_AGE.default),
        maximumRetryAttempts: maximumRetryAttempts ?? (props.merge ? undefined : RETRY_ATTEMPTS.default),
      },
      destinations: { Failure: onFailure ?? '', Success: onSuccess ?? '' },
      skipPermissions: props.skipPermissions,
    });
  }

  private bind(target: DeployTimeTarget, type: lambda.DestinationType, props: AsyncInvokeConfigOptions): string | undefined {
    const destination = type === lambda.DestinationType.FAILURE ? props.onFailure : props.onSuccess;
    return destination && bindDestination({ scope: this, target, type, skipPermissions: props.skipPermissions ?? false }, destination);
  }
}
