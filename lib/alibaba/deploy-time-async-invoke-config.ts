import { Resource, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import { deliveryPolicyOf } from './delivery-policy';
import { callerPolicy, credentialsIdentity, seeingTheStack, targetProperties, type DeployTimeTargetOptions } from './deploy-time-target';
import { putBody } from './put-body';
import { guardUniqueConfig } from './unique-configs';
import { LATEST } from '../constraints/alibaba-fc/identifiers';
import { CONFIG_ACTIONS } from '../constraints/alibaba-fc/permission';
import type { AlibabaAsyncInvokeConfigProperties } from '../contract/alibaba-async-invoke-config';
import { RESOURCE_TYPE } from '../contract/custom-resource';
import { ConfigOnDelete } from '../provider/config-on-delete';
import { DeployTimeResource } from '../provider/deploy-time-resource';
import { HANDLER_TIMEOUT, PREPARATION } from '../provider/time-budget';

/** Properties of `DeployTimeAsyncInvokeConfig`. */
export interface DeployTimeAsyncInvokeConfigProps extends AsyncInvokeConfigOptions, DeployTimeTargetOptions {
  /**
   * What becomes of the config when it is removed from the app, or the stack is deleted.
   *
   * @default ConfigOnDelete.RESTORE
   */
  readonly onDelete?: ConfigOnDelete;
}

/** How long the handler may work on a config, in seconds: one run of it, since each of both clouds may need minutes to let it in. */
const WORK_TIME = HANDLER_TIMEOUT - PREPARATION;

/**
 * How Function Compute treats asynchronous invocations of a function, alias or version, put while a stack of AWS deploys.
 *
 * For all that ROS cannot configure: aliases, versions, and changes in place. A config that is there already is
 * adopted, and put back when the resource goes.
 *
 * The handler may get at the credentials, and nothing else; what they need in RAM tells `callerPolicyDocument`.
 *
 * @throws Error if a setting is out of range, a destination is one that Function Compute refuses or the function itself,
 * or the target is malformed; at synth if the app has another one for the same function and qualifier
 * @see https://www.alibabacloud.com/help/en/functioncompute/api-fc-2023-03-30-putasyncinvokeconfig
 */
export class DeployTimeAsyncInvokeConfig extends Resource implements iam.IGrantable {
  /** The role of the handler, e.g. for the policy of a key, or the trust policy of a role of RAM. */
  public readonly grantPrincipal: iam.IPrincipal;

  private readonly props: DeployTimeAsyncInvokeConfigProps;

  constructor(scope: Construct, id: string, props: DeployTimeAsyncInvokeConfigProps) {
    super(scope, id);
    this.props = props;
    const target = targetProperties(this, props);
    const body = putBody(this, { ...props, place: { region: props.region, account: props.account } });
    const properties: AlibabaAsyncInvokeConfigProperties = {
      ...target,
      MaximumEventAgeInSeconds: text(body.maxAsyncEventAgeInSeconds),
      MaximumRetryAttempts: text(body.maxAsyncRetryAttempts),
      AsyncTask: body.asyncTask ? 'true' : 'false',
      OnSuccess: body.destinationConfig?.onSuccess?.destination,
      OnFailure: body.destinationConfig?.onFailure?.destination,
      OnDelete: props.onDelete ?? ConfigOnDelete.RESTORE,
    };
    const resource = new DeployTimeResource(this, 'Resource', {
      resourceType: RESOURCE_TYPE.alibabaAsyncInvokeConfig,
      properties: { ...properties },
      target: credentialsIdentity(this, props),
      statements: [...props.credentials._statements(this), seeingTheStack(this)],
      workTime: WORK_TIME,
      provider: props.provider,
    });
    this.grantPrincipal = resource.handler.role;
    guardUniqueConfig(this, () => ({ ...props, qualifier: props.qualifier ?? LATEST }));
  }

  /** What the credentials have to be allowed, as a policy document of RAM. */
  public get callerPolicyDocument(): any {
    const { get, put, delete: remove } = CONFIG_ACTIONS;
    return callerPolicy(this.props, [get, put, remove]);
  }

  /**
   * What a role that the function has of its own needs for its destinations, as a policy document of RAM.
   *
   * `undefined` if there are no destinations.
   *
   * @throws Error if what a destination is, is known at deployment only
   */
  public get deliveryPolicyDocument(): any {
    return deliveryPolicyOf(this.props, this.props);
  }
}

/** Everything reaches the handler as text. */
function text(value: number): string {
  return Token.isUnresolved(value) ? Token.asString(value) : String(value);
}
