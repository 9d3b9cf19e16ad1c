import type { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { propertiesOf } from '../target/properties-of';
import { referencedResource } from '../target/referenced-resource';
import { functionIdentity } from '../target/target-identity';
import { unfolded } from '../target/unfolded';

/** The functions of the provider framework of aws-cdk-lib, by their construct ids. */
const FRAMEWORK = ['framework-onEvent', 'framework-isComplete', 'framework-onTimeout'];

/** The variables in which the framework keeps the functions of the user. */
const OF_USER = ['USER_ON_EVENT_FUNCTION_ARN', 'USER_IS_COMPLETE_FUNCTION_ARN'];

/** The identities of the functions that run custom resources. */
export function providersIn(resources: readonly CfnResource[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const resource of resources) {
    const name = serviceToken(resource);
    if (name !== undefined) {
      found.add(functionIdentity(resource, name));
    }
    if (isFramework(resource)) {
      found.add(functionIdentity(resource, resource.ref));
      ofUser(resource).forEach(arn => found.add(functionIdentity(resource, arn)));
    }
  }
  return found;
}

/** What CloudFormation calls for a custom resource; undefined for other resources, and for an unknown token. */
function serviceToken(resource: CfnResource): string | undefined {
  const { cfnResourceType: type } = resource;
  const isCustom = type === 'AWS::CloudFormation::CustomResource' || type.startsWith('Custom::');
  const { ServiceToken, serviceToken: token = ServiceToken } = isCustom ? propertiesOf(resource) : {};
  return typeof token === 'string' ? token : undefined;
}

function isFramework(resource: CfnResource): resource is lambda.CfnFunction {
  return resource.cfnResourceType === 'AWS::Lambda::Function' && FRAMEWORK.includes(resource.node.scope?.node.id ?? '');
}

function ofUser(resource: lambda.CfnFunction): string[] {
  const environment = unfolded<lambda.CfnFunction.EnvironmentProperty>(resource, resource.environment);
  const variables = unfolded<Record<string, string>>(resource, environment?.variables) ?? {};
  return OF_USER.flatMap(name => typeof variables[name] === 'string' && referencedResource(variables[name]) ? [variables[name]] : []);
}
