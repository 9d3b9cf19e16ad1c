import { Resource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import { deliveryPolicyOf } from './delivery-policy';
import { callerPolicy, credentialsIdentity, seeingTheStack, targetProperties, writtenTarget } from './deploy-time-target';
import type { DeployTimeTargetOptions } from './deploy-time-target-options';
import { putBody } from './put-body';
import { guardUniqueConfig } from './unique-configs';
import { LATEST } from '../constraints/alibaba-fc/identifiers';
import { CONFIG_ACTIONS } from '../constraints/alibaba-fc/permission';
import { SECRET_IN_PROPERTY } from '../constraints/aws-cloudformation/dynamic-reference';
import type { AlibabaAsyncInvokeConfigProperties } from '../contract/alibaba-async-invoke-config';
import { RESOURCE_TYPE } from '../contract/custom-resource';
import type { ConfigOnDelete } from '../provider/config-on-delete';
import { DeployTimeResource } from '../provider/deploy-time-resource';
import { chosenOnDelete } from '../provider/on-delete';
import { propertyText } from '../provider/property-text';
import { HANDLER_TIMEOUT, PREPARATION } from '../provider/time-budget';

/** Properties of `DeployTimeAsyncInvokeConfig`. */
export interface DeployTimeAsyncInvokeConfigProps extends AsyncInvokeConfigOptions, DeployTimeTargetOptions {
  /**
   * What happens to the config when you remove this construct or delete the stack.
   *
   * The handler changes a config only if it has the settings of this resource, and the stack has put it. These cases stay with you:
   *
   * - Two stacks configure one function: the stack that goes last restores the config that it found, which may be that of the other
   *   stack. Once the later stack has put back the config of the earlier one, the earlier one leaves it in place. To move a config to
   *   another stack, set RETAIN first.
   * - Someone else changes the config: their config stays. If someone
   *   else deletes it, RESTORE still puts back the config that was found.
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

/** How long the handler may work on a config, in seconds: one run, because either cloud may take minutes to accept new permissions. */
const WORK_TIME = HANDLER_TIMEOUT - PREPARATION;

/**
 * Asynchronous invocation config of a Function Compute function, alias or version, put while an AWS stack deploys.
 *
 * Use it for what ROS cannot do: configure aliases and versions, and change a config in place. It adopts a config that
 * exists already, and puts that back when you remove this construct.
 *
 * The handler gets no permission in AWS except to read the credentials and to list the resources of its stack.
 * `callerPolicyDocument` has the permissions that the credentials need in RAM.
 *
 * @throws Error if a setting is out of range, if a destination is the function itself or one that Function Compute refuses,
 * or if the target is malformed; at synth if the app has another config for the same function and qualifier
 * @see https://www.alibabacloud.com/help/en/functioncompute/api-fc-2023-03-30-putasyncinvokeconfig
 */
export class DeployTimeAsyncInvokeConfig extends Resource implements iam.IGrantable {
  /** The role of the handler, e.g. to allow it in a key policy, or to name it in the trust policy of a RAM role. */
  readonly grantPrincipal: iam.IPrincipal;

  private readonly props: DeployTimeAsyncInvokeConfigProps;

  constructor(scope: Construct, id: string, props: DeployTimeAsyncInvokeConfigProps) {
    super(scope, id);
    this.props = props;
    const target = targetProperties(this, props);
    const body = putBody(this, { ...props, place: { region: props.region, account: props.account } });
    const properties: AlibabaAsyncInvokeConfigProperties = {
      ...target,
      MaximumEventAgeInSeconds: propertyText(body.maxAsyncEventAgeInSeconds),
      MaximumRetryAttempts: propertyText(body.maxAsyncRetryAttempts),
      AsyncTask: body.asyncTask ? 'true' : 'false',
      OnSuccess: body.destinationConfig?.onSuccess?.destination,
      OnFailure: body.destinationConfig?.onFailure?.destination,
      OnDelete: chosenOnDelete(this, props.onDelete),
    };
    const resource = new DeployTimeResource(this, 'Resource', {
      resourceType: RESOURCE_TYPE.alibabaAsyncInvokeConfig,
      properties: { ...properties },
      written: [{ rule: SECRET_IN_PROPERTY, values: { ...writtenTarget(props), onFailure: properties.OnFailure, onSuccess: properties.OnSuccess } }],
      target: credentialsIdentity(this, props),
      statements: [...props.credentials._statements(this), seeingTheStack(this)],
      workTime: WORK_TIME,
      provider: props.provider,
    });
    this.grantPrincipal = resource.handler.role;
    guardUniqueConfig(this, () => ({ ...props, qualifier: props.qualifier ?? LATEST }));
  }

  /** The permissions that the credentials need, as a policy document of RAM. */
  get callerPolicyDocument(): any {
    const { get, put, delete: remove } = CONFIG_ACTIONS;
    return callerPolicy(this.props, [get, put, remove]);
  }

  /**
   * The permissions that the role of the function needs for its destinations, as a policy document of RAM.
   *
   * `undefined` without destinations. A function without a role needs none: the service-linked role delivers.
   *
   * @throws Error if only the deployment knows the kind of a destination
   */
  get deliveryPolicyDocument(): any {
    return deliveryPolicyOf(this.props, this.props);
  }
}
