import { Resource, type Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { CONFIG_TIME, readSettings } from './config-attributes';
import { configuredArns, deployTimeTarget, permissions, refuseOtherAccount, type DeployTimeTargetOptions } from './target';
import { CONFIG_ATTRIBUTE, type AsyncInvokeConfigLookupProperties } from '../../contract/async-invoke-config';
import { RESOURCE_TYPE } from '../../contract/custom-resource';
import { DeployTimeResource } from '../../provider/deploy-time-resource';

/** Properties of `AsyncInvokeConfigLookup`. */
export interface AsyncInvokeConfigLookupProps extends DeployTimeTargetOptions {
  /**
   * Whose config is read: that of a function, which means its `$LATEST`, or of an alias or version.
   */
  readonly function: lambda.IFunction;

  /**
   * Whether every deployment reads again; otherwise only one that changes the lookup does.
   *
   * The template then differs with each synth, so that there is always something to deploy.
   *
   * @default false
   */
  readonly executeOnEveryDeployment?: boolean;
}

/**
 * The config of asynchronous invocation that a function, alias or version has when the stack is deployed.
 *
 * Without a config, the settings are Lambda's defaults and `isConfigured` is `false`; a function that does not exist
 * fails the deployment. The handler gets `lambda:GetFunctionEventInvokeConfig` and `lambda:GetFunctionConfiguration` on exactly
 * that function and qualifier; an `assumedRole` needs these instead.
 *
 * @throws Error if the name, Region or external id is one that AWS refuses, or the function is of another account and no role is assumed
 */
export class AsyncInvokeConfigLookup extends Resource implements iam.IGrantable {
  /** The role of the handler, e.g. to be trusted by an assumed role. */
  public readonly grantPrincipal: iam.IPrincipal;

  /** Whether there is a config: `true` or `false`, as a text that is known at deployment. */
  public readonly isConfigured: string;

  /** The ARN of what the config holds for, always with its qualifier. */
  public readonly functionArn: string;

  /** How long Lambda keeps an event, retries included. */
  public readonly maxEventAge: Duration;

  /** How many times Lambda tries again. */
  public readonly retryAttempts: number;

  /** The ARN of the destination for failures; empty for none. */
  public readonly onFailure: string;

  /** The ARN of the destination for successes; empty for none. */
  public readonly onSuccess: string;

  /** When the config was put, in ISO 8601; empty without a config. */
  public readonly lastModified: string;

  constructor(scope: Construct, id: string, props: AsyncInvokeConfigLookupProps) {
    super(scope, id);
    refuseOtherAccount(this, props.function, props);
    const target = deployTimeTarget(this, props.function, props);
    const properties: AsyncInvokeConfigLookupProperties = {
      ...target.properties,
      Refresh: props.executeOnEveryDeployment ? new Date().toISOString() : undefined,
    };
    const resource = new DeployTimeResource(this, 'Resource', {
      resourceType: RESOURCE_TYPE.asyncInvokeConfigLookup,
      properties: { ...properties },
      target: target.identity,
      statements: permissions(props, new iam.PolicyStatement({
        actions: ['lambda:GetFunctionConfiguration', 'lambda:GetFunctionEventInvokeConfig'],
        resources: configuredArns(target),
      })),
      workTime: CONFIG_TIME,
      provider: props.provider,
    });
    this.grantPrincipal = resource.handler.role;
    this.isConfigured = resource.getAttString(CONFIG_ATTRIBUTE.isConfigured);
    this.functionArn = resource.getAttString(CONFIG_ATTRIBUTE.functionArn);
    this.lastModified = resource.getAttString(CONFIG_ATTRIBUTE.lastModified);
    const settings = readSettings(resource);
    this.maxEventAge = settings.maxEventAge;
    this.retryAttempts = settings.retryAttempts;
    this.onFailure = settings.onFailure;
    this.onSuccess = settings.onSuccess;
  }
}
