import { Resource, type Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { CONFIG_TIME, readSettings } from './config-attributes';
import { configuredArns, deployTimeTarget, permissions, refuseOtherAccount, type DeployTimeTargetOptions } from './target';
import { SECRET_IN_PROPERTY } from '../../constraints/aws-cloudformation/dynamic-reference';
import { CONFIG_ATTRIBUTE, type AsyncInvokeConfigLookupProperties } from '../../contract/async-invoke-config';
import { RESOURCE_TYPE } from '../../contract/custom-resource';
import { DeployTimeResource } from '../../provider/deploy-time-resource';
import { refuseVersionOfOtherStack } from '../target/version-of-other-stack';

/** Properties of `AsyncInvokeConfigLookup`. */
export interface AsyncInvokeConfigLookupProps extends DeployTimeTargetOptions {
  /**
   * Function, alias or version whose config is read. A function stands for its `$LATEST`.
   */
  readonly function: lambda.IFunction;

  /**
   * Reads the config again with every deployment. Otherwise, only a deployment that changes the lookup reads it.
   *
   * With `true`, the template differs with each synth, so there is always a change to deploy.
   *
   * @default false
   */
  readonly executeOnEveryDeployment?: boolean;
}

/**
 * Reads the config of asynchronous invocation of a function, alias or version while the stack deploys.
 *
 * Without a config, the settings are Lambda's defaults and `isConfiguredAsString` is `false`. If the function does not exist,
 * the deployment fails. The handler gets `lambda:GetFunctionEventInvokeConfig` and `lambda:GetFunctionConfiguration` on
 * exactly that function and qualifier. With an `assumedRole`, that role needs them instead.
 *
 * @throws Error if AWS would refuse the name, Region or external id, or the function belongs to another account and you give no `assumedRole`
 */
export class AsyncInvokeConfigLookup extends Resource implements iam.IGrantable {
  /** Role of the handler. An assumed role must trust it. */
  readonly grantPrincipal: iam.IPrincipal;

  /** Whether the function has a config: the text `true` or `false`, which is known at deployment. As a condition of your code, it always holds. */
  readonly isConfiguredAsString: string;

  /** ARN that the config applies to, always with a qualifier. */
  readonly functionArn: string;

  /** Maximum age of an event, retries included. */
  readonly maxEventAge: Duration;

  /** Number of retries. */
  readonly retryAttempts: number;

  /** ARN of the destination for failures; empty for none. */
  readonly onFailure: string;

  /** ARN of the destination for successes; empty for none. */
  readonly onSuccess: string;

  /** Time of the last change of the config, in ISO 8601; empty without a config. */
  readonly lastModified: string;

  constructor(scope: Construct, id: string, props: AsyncInvokeConfigLookupProps) {
    super(scope, id);
    refuseOtherAccount(this, props.function, props);
    refuseVersionOfOtherStack(this, props.function.functionArn);
    const target = deployTimeTarget(this, props.function, props);
    const properties: AsyncInvokeConfigLookupProperties = {
      ...target.properties,
      Refresh: props.executeOnEveryDeployment ? new Date().toISOString() : undefined,
    };
    const resource = new DeployTimeResource(this, 'Resource', {
      resourceType: RESOURCE_TYPE.asyncInvokeConfigLookup,
      properties: { ...properties },
      written: [{ rule: SECRET_IN_PROPERTY, values: target.written }],
      target: target.identity,
      statements: permissions(props, new iam.PolicyStatement({
        actions: ['lambda:GetFunctionConfiguration', 'lambda:GetFunctionEventInvokeConfig'],
        resources: configuredArns(target),
      })),
      workTime: CONFIG_TIME,
      provider: props.provider,
    });
    this.grantPrincipal = resource.handler.role;
    this.isConfiguredAsString = resource.getAttString(CONFIG_ATTRIBUTE.isConfigured);
    this.functionArn = resource.getAttString(CONFIG_ATTRIBUTE.functionArn);
    this.lastModified = resource.getAttString(CONFIG_ATTRIBUTE.lastModified);
    const settings = readSettings(resource);
    this.maxEventAge = settings.maxEventAge;
    this.retryAttempts = settings.retryAttempts;
    this.onFailure = settings.onFailure;
    this.onSuccess = settings.onSuccess;
  }
}
