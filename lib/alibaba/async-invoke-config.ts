import type { Construct } from 'constructs';
import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import { deliveryPolicyOf } from './delivery-policy';
import type { FunctionPlace } from './destination';
import { putBody } from './put-body';
import { RosResource } from './ros-resource';
import { rosStackOf } from './ros-scope';
import { LATEST } from '../constraints/alibaba-fc/identifiers';
import { ASYNC_INVOKE_CONFIG_TYPE, QUALIFIED_CONFIG } from '../constraints/alibaba-ros/template';
import { invalid } from '../constraints/invalid';
import { broken } from '../constraints/rule';
import { quoted } from '../constraints/violation';

/** Properties of `AsyncInvokeConfig`. */
export interface AsyncInvokeConfigProps extends AsyncInvokeConfigOptions {
  /**
   * The name of the function: 1 to 64 letters, digits, underscores and hyphens, starting with a letter or underscore.
   *
   * For a function in the same stack, use `fn.getAtt('FunctionName')`, so that ROS creates the function first.
   */
  readonly functionName: string;

  /**
   * The qualifier: `LATEST`, the only one that ROS can configure.
   *
   * @default 'LATEST'
   */
  readonly qualifier?: string;
}

/**
 * Asynchronous invocation config of a Function Compute function, for calls without a qualifier.
 *
 * Renders `ALIYUN::FC3::AsyncInvokeConfig` with every setting. ROS cannot update the resource: it deletes the config
 * and creates a new one, and the function has default settings in between.
 *
 * @throws Error if a setting is out of range, if a destination is the function itself or one that Function Compute refuses,
 * or if the qualifier is not `LATEST`; at synth if the app has another config for the same function
 * @see https://www.alibabacloud.com/help/en/ros/developer-reference/aliyun-fc3-asyncinvokeconfig
 */
export class AsyncInvokeConfig extends RosResource {
  private readonly place: FunctionPlace;
  private readonly options: AsyncInvokeConfigOptions;

  constructor(scope: Construct, id: string, props: AsyncInvokeConfigProps) {
    super(scope, id, { type: ASYNC_INVOKE_CONFIG_TYPE });
    const { functionName, qualifier = LATEST } = props;
    if (qualifier !== LATEST) {
      throw invalid(this, broken(QUALIFIED_CONFIG, 'qualifier', quoted(qualifier)));
    }
    const { region, account } = rosStackOf(this);
    this.place = { region, account };
    this.options = props;

    const { asyncTask, maxAsyncEventAgeInSeconds, maxAsyncRetryAttempts, destinationConfig } = putBody(this, { ...props, place: this.place });
    this.setProperty('FunctionName', functionName);
    this.setProperty('AsyncTask', asyncTask);
    this.setProperty('MaxAsyncEventAgeInSeconds', maxAsyncEventAgeInSeconds);
    this.setProperty('MaxAsyncRetryAttempts', maxAsyncRetryAttempts);
    if (destinationConfig) {
      const { onSuccess, onFailure } = destinationConfig;
      this.setProperty('DestinationConfig', {
        ...onSuccess ? { OnSuccess: { Destination: onSuccess.destination } } : {},
        ...onFailure ? { OnFailure: { Destination: onFailure.destination } } : {},
      });
    }
  }

  /**
   * The permissions that the role of the function needs for its destinations, as a policy document of RAM.
   *
   * `undefined` without destinations. A function without a role needs none: the service-linked role delivers.
   *
   * @throws Error if only the deployment knows the kind of a destination
   */
  get deliveryPolicyDocument(): any {
    return deliveryPolicyOf(this.options, this.place);
  }
}
