import { Aws, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { DeployTimeTargetOptions } from './deploy-time-target-options';
import { findRosStack } from './ros-scope';
import { destinationArn } from '../constraints/alibaba-fc/destination-arn';
import { ENDPOINT } from '../constraints/alibaba-fc/endpoint';
import { ACCOUNT, ACCOUNT_OF_AWS, FUNCTION_NAME, LATEST, QUALIFIER, REGION } from '../constraints/alibaba-fc/identifiers';
import type { RamPolicyDocument } from '../constraints/alibaba-fc/permission';
import { AWS_RESOURCE } from '../constraints/alibaba-ros/template';
import { invalid } from '../constraints/invalid';
import { broken } from '../constraints/rule';
import type { AlibabaTarget } from '../contract/alibaba-target';
import { knownViolation } from '../provider/known-violation';

/**
 * The target as properties of the custom resource.
 *
 * @throws Error if a property is malformed, or if the construct is in a ROS stack
 */
export function targetProperties(scope: IConstruct, options: DeployTimeTargetOptions): AlibabaTarget {
  if (findRosStack(scope)) {
    throw invalid(scope, broken(AWS_RESOURCE, 'resources', 'a custom resource of CloudFormation'));
  }
  const { account, region, functionName, qualifier, endpoint } = options;
  const checked = [[ACCOUNT, account], [REGION, region], [FUNCTION_NAME, functionName], [QUALIFIER, qualifier], [ENDPOINT, endpoint]] as const;
  const malformed = checked.flatMap(([constraint, value]) => knownViolation(constraint, value) ?? []);
  if ([Aws.ACCOUNT_ID, Stack.of(scope).account].includes(account)) {
    malformed.push(broken(ACCOUNT_OF_AWS, ACCOUNT.property, 'the account of the stack'));
  }
  if (malformed.length > 0) {
    throw invalid(scope, ...malformed);
  }
  return {
    Account: account,
    Region: region,
    FunctionName: functionName,
    Qualifier: qualifier,
    Endpoint: endpoint,
    Credentials: options.credentials._property(),
  };
}

/** The target by the names of the options. */
export function writtenTarget({ account, region, functionName, qualifier, endpoint, credentials }: DeployTimeTargetOptions): Record<string, unknown> {
  return { account, region, functionName, qualifier, endpoint, credentials: credentials._written() };
}

/** The permissions that the credentials need in RAM: for exactly this function and qualifier. */
export function callerPolicy(options: DeployTimeTargetOptions, actions: readonly string[]): RamPolicyDocument {
  const { functionName, qualifier = LATEST } = options;
  const fn = destinationArn('function', options, functionName);
  return { Version: '1', Statement: [{ Effect: 'Allow', Action: actions, Resource: [fn, `${fn}/${qualifier}`] }] };
}

/** One text for all spellings of the credentials, which the handler's permission is named after. */
export function credentialsIdentity(scope: IConstruct, { credentials }: DeployTimeTargetOptions): string {
  return JSON.stringify(Stack.of(scope).resolve(credentials._property()));
}

/** Lets the handler list the resources of the stack, to find others for the same config. */
export function seeingTheStack(scope: IConstruct): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['cloudformation:ListStackResources', 'cloudformation:DescribeStackEvents'], resources: [Stack.of(scope).stackId] });
}
