import { RosValue } from './ros-value';

/**
 * The pseudo parameters of ROS, to be used below a `RosStack`.
 *
 * @see https://www.alibabacloud.com/help/en/ros/user-guide/pseudo-parameters
 */
export class Aliyun {
  /** The Region of the stack. */
  public static readonly REGION = pseudo('ALIYUN::Region');

  /** The ID of the Alibaba Cloud account, as ARNs have it, whoever deploys the stack. */
  public static readonly TENANT_ID = pseudo('ALIYUN::TenantId');

  /** The ID of whoever deploys the stack: that of a RAM user, if it is one. ARNs need `TENANT_ID`. */
  public static readonly ACCOUNT_ID = pseudo('ALIYUN::AccountId');

  /** The ID of the stack. */
  public static readonly STACK_ID = pseudo('ALIYUN::StackId');

  /** The name of the stack. */
  public static readonly STACK_NAME = pseudo('ALIYUN::StackName');

  /** The value of a property that is to be taken away. */
  public static readonly NO_VALUE = pseudo('ALIYUN::NoValue');

  private constructor() {}
}

function pseudo(name: string): string {
  return new RosValue(name, () => ({ Ref: name })).toString();
}
