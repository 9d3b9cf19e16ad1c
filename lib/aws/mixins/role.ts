import type { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { around } from './around';
import { referencedResource } from '../target/referenced-resource';

/**
 * The role that a resource names: the L2 that it refers to, an L1, or a role outside of the app.
 *
 * @param arn the ARN in a property of the resource
 */
export function roleIn(resource: CfnResource, arn: string): iam.IRole {
  const referenced = referencedResource(arn);
  if (referenced?.cfnResourceType !== 'AWS::IAM::Role') {
    return existing(resource) ?? iam.Role.fromRoleArn(resource, ROLE, arn);
  }
  const made = around(referenced);
  return made instanceof iam.Role ? made : existing(resource) ?? iam.Role.fromRoleName(resource, ROLE, referenced.ref);
}

const ROLE = 'Role';

function existing(resource: CfnResource): iam.IRole | undefined {
  return resource.node.tryFindChild(ROLE) as iam.IRole | undefined;
}
