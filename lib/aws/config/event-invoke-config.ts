import { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';

/** Whether a construct is a config of asynchronous invocation, whoever made it. */
export function isEventInvokeConfig(construct: IConstruct): construct is lambda.CfnEventInvokeConfig {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::Lambda::EventInvokeConfig';
}
