import { Token, type Stack } from 'aws-cdk-lib';
import { rosResources, type RosTemplate } from './ros-template';
import { policyViolations } from '../constraints/alibaba-fc/put-async-invoke-config';
import { ASYNC_INVOKE_CONFIG_TYPE } from '../constraints/alibaba-ros/template';

/** What Function Compute would refuse in the configs of a template. Lazy values and properties set by name are known only now. */
export function refusedConfigs(stack: Stack, { Resources }: RosTemplate): string[] {
  return rosResources(stack).filter(({ resourceType }) => resourceType === ASYNC_INVOKE_CONFIG_TYPE).flatMap(({ logicalId, node }) => {
    const { FunctionName, MaxAsyncEventAgeInSeconds, MaxAsyncRetryAttempts, DestinationConfig } = Resources[logicalId].Properties ?? {};
    return policyViolations({
      functionName: FunctionName,
      region: stack.region,
      account: stack.account,
      maxEventAge: MaxAsyncEventAgeInSeconds,
      retryAttempts: MaxAsyncRetryAttempts,
      onSuccess: DestinationConfig?.OnSuccess?.Destination,
      onFailure: DestinationConfig?.OnFailure?.Destination,
    }, isOfRos).map(message => `${message} [${node.path}]`);
  });
}

/** A value that only ROS knows is a call of an intrinsic function. */
function isOfRos(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || Token.isUnresolved(value);
}
