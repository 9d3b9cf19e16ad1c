import { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';

/** Whether a construct is the L1 of a config: of this library, of aws-cdk-lib or your own. */
export function isEventInvokeConfig(construct: IConstruct): construct is lambda.CfnEventInvokeConfig {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::Lambda::EventInvokeConfig';
}
