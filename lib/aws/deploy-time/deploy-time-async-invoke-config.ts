import { Resource, Token, type CfnResource, type Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { CONFIG_TIME, readSettings } from './config-attributes';
import { configuredArns, deployTimeTarget, permissions, refuseOtherAccount, type DeployTimeTarget, type DeployTimeTargetOptions } from './target';
import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import type { ChoiceConstraint } from '../../constraints/constraint';
import { invalid } from '../../constraints/invalid';
import { violation } from '../../constraints/violation';
import { ON_DELETE_CHOICES, type AsyncInvokeConfigProperties } from '../../contract/async-invoke-config';
import { RESOURCE_TYPE } from '../../contract/custom-resource';
import { ConfigOnDelete } from '../../provider/config-on-delete';
import { DeployTimeResource } from '../../provider/deploy-time-resource';
import type { AsyncInvokeConfigOptions } from '../config/async-invoke-options';
import { chainConfigs } from '../config/chain';
import { declareConfig } from '../config/declared-config';
import { validateSettings } from '../config/settings';
import { guardUniqueConfigs } from '../config/unique-configs';
import { warnOfRegrets } from '../config/warnings';
import { bindDestination } from '../destinations/binding';

/** For those whose language does not check it. */
const ON_DELETE: ChoiceConstraint = { kind: 'choice', property: 'onDelete', parameter: 'OnDelete', values: ON_DELETE_CHOICES, source: 'AsyncInvokeConfigProperties' };

/** Properties of `DeployTimeAsyncInvokeConfig`. */
export interface DeployTimeAsyncInvokeConfigProps extends AsyncInvokeConfigOptions, DeployTimeTargetOptions {
  /**
   * What is configured: a function, which means its `$LATEST`, or an alias or version. Of any Region and account;
   * one that the app does not make by `lambda.Function.fromFunctionArn` or the like.
   */
  readonly function: lambda.IFunction;

  /**
   * Whether settings that are not given here stay as they are found.
   *
   * Otherwise they get Lambda's defaults, and a destination that is not given is removed.
   *
   * @default false
   */
  readonly merge?: boolean;

  /**
   * What becomes of the config when it is removed from the app, or the stack is deleted.
   *
   * @default ConfigOnDelete.RESTORE
   */
  readonly onDelete?: ConfigOnDelete;
}

/**
 * The config of asynchronous invocation of a function that CloudFormation cannot configure here: one of
 * another Region or account, or one that has a config already, which is adopted.
 *
 * The handler gets, puts and deletes the config of exactly that function and qualifier, and reads its state:
 * `lambda:GetFunctionEventInvokeConfig`, `lambda:PutFunctionEventInvokeConfig`, `lambda:DeleteFunctionEventInvokeConfig`,
 * `lambda:GetFunctionConfiguration`. An `assumedRole` needs these instead. It also lists the resources of its own stack.
 *
 * A destination has to be in the Region of the function. If its role is not known here, say `skipPermissions: true`;
 * Lambda refuses the config then if the role lacks the permission.
 *
 * @throws Error if a setting is out of range or missing altogether, a destination is one that Lambda refuses, or the
 * function is of another account and no role is assumed; at synth if the app has another config for the same function and qualifier
 */
export class DeployTimeAsyncInvokeConfig extends Resource implements iam.IGrantable {
  /** The role of the handler, e.g. to be trusted by an assumed role. */
  public readonly grantPrincipal: iam.IPrincipal;

  /** The bare name of the function. */
  public readonly functionName: string;

  /** The alias, version or `$LATEST` for which the config holds. */
  public readonly qualifier: string;

  /** How long Lambda keeps an event now, as read back after the config was put. */
  public readonly maxEventAge: Duration;

  /** How many times Lambda tries again now. */
  public readonly retryAttempts: number;

  /** The ARN of the destination for failures now; empty for none. */
  public readonly onFailure: string;

  /** The ARN of the destination for successes now; empty for none. */
  public readonly onSuccess: string;

  constructor(scope: Construct, id: string, props: DeployTimeAsyncInvokeConfigProps) {
    super(scope, id);
    validateSettings(this, props);
    refuseOtherAccount(this, props.function, props);
    const unknown = violation(ON_DELETE, props.onDelete ?? ConfigOnDelete.RESTORE);
    if (unknown) {
      throw invalid(this, unknown);
    }
    const target = deployTimeTarget(this, props.function, props);
    this.functionName = target.functionName;
    this.qualifier = target.qualifier;
    const maximumEventAgeInSeconds = props.maxEventAge?.toSeconds();
    const maximumRetryAttempts = props.retryAttempts;
    const [onFailure, onSuccess] = [lambda.DestinationType.FAILURE, lambda.DestinationType.SUCCESS].map(type => this.bind(target, type, props));
    const properties: AsyncInvokeConfigProperties = {
      ...target.properties,
      MaximumEventAgeInSeconds: text(maximumEventAgeInSeconds),
      MaximumRetryAttempts: text(maximumRetryAttempts),
      OnFailure: onFailure,
      OnSuccess: onSuccess,
      Merge: props.merge ? 'true' : 'false',
      OnDelete: props.onDelete ?? ConfigOnDelete.RESTORE,
    };
    const resource = new DeployTimeResource(this, 'Resource', {
      resourceType: RESOURCE_TYPE.asyncInvokeConfig,
      properties: { ...properties },
      target: target.identity,
      statements: permissions(props, new iam.PolicyStatement({
        actions: ['Delete', 'Get', 'Put'].map(verb => `lambda:${verb}FunctionEventInvokeConfig`).concat('lambda:GetFunctionConfiguration'),
        resources: configuredArns(target),
      })),
      workTime: CONFIG_TIME,
      provider: props.provider,
    });
    // Whoever goes has to see whether another resource of the stack has taken its place.
    resource.allowOnOwnStack('cloudformation:ListStackResources');
    this.grantPrincipal = resource.handler.role;
    const settings = readSettings(resource);
    this.maxEventAge = settings.maxEventAge;
    this.retryAttempts = settings.retryAttempts;
    this.onFailure = settings.onFailure;
    this.onSuccess = settings.onSuccess;
    const declared = resource.node.defaultChild as CfnResource;
    declareConfig(declared, { functionName: target.unqualifiedArn, qualifier: target.qualifier });
    chainConfigs(this);
    guardUniqueConfigs(this);
    warnOfRegrets({
      target,
      resource: declared,
      settings: {
        maximumEventAgeInSeconds: maximumEventAgeInSeconds ?? (props.merge ? undefined : MAX_EVENT_AGE.default),
        maximumRetryAttempts: maximumRetryAttempts ?? (props.merge ? undefined : RETRY_ATTEMPTS.default),
      },
      destinations: { Failure: onFailure ?? '', Success: onSuccess ?? '' },
    });
  }

  private bind(target: DeployTimeTarget, type: lambda.DestinationType, props: AsyncInvokeConfigOptions): string | undefined {
    const destination = type === lambda.DestinationType.FAILURE ? props.onFailure : props.onSuccess;
    return destination && bindDestination({ scope: this, target, type, skipPermissions: props.skipPermissions ?? false }, destination);
  }
}

/** Everything reaches the handler as text. */
function text(value?: number): string | undefined {
  return value === undefined ? undefined : Token.isUnresolved(value) ? Token.asString(value) : String(value);
}
