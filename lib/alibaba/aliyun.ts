import { RosValue } from './ros-value';

/**
 * Pseudo parameters of ROS. Use them in a `RosStack`.
 *
 * @see https://www.alibabacloud.com/help/en/ros/user-guide/pseudo-parameters
 */
export class Aliyun {
  /** The Region of the stack. */
  static readonly REGION = pseudo('ALIYUN::Region');

  /** The ID of the Alibaba Cloud account, as ARNs contain it. */
  static readonly TENANT_ID = pseudo('ALIYUN::TenantId');

  /** The ID of the identity that deploys the stack, e.g. of a RAM user. Use `TENANT_ID` in ARNs. */
  static readonly ACCOUNT_ID = pseudo('ALIYUN::AccountId');

  /** The ID of the stack. */
  static readonly STACK_ID = pseudo('ALIYUN::StackId');

  /** The name of the stack. */
  static readonly STACK_NAME = pseudo('ALIYUN::StackName');

  /** Removes the property that has this value. */
  static readonly NO_VALUE = pseudo('ALIYUN::NoValue');

  private constructor() {}
}

function pseudo(name: string): string {
  return new RosValue(name, () => ({ Ref: name })).toString();
}
