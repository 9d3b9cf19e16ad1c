import { Stack, Token, type CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { pathOf, referencedResource } from './referenced-resource';
import { nameOf, tokenText } from './token-text';
import { VERSION_OF_OTHER_STACK } from '../../constraints/aws-lambda/version-of-other-stack';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';

/** Whether an ARN refers to the current version of a function of another stack. The id of such a version changes with the code. */
export function isVersionOfOtherStack(scope: IConstruct, arn: string): boolean {
  return versionOfOtherStack(scope, arn) !== undefined;
}

/** The message for an ARN that refers to the current version of a function of another stack; undefined for any other ARN. */
export function versionViolation(scope: IConstruct, arn: string, property: string): string | undefined {
  const version = versionOfOtherStack(scope, arn);
  return version && broken(VERSION_OF_OTHER_STACK, property, `${pathOf(version)} in stack ${topLevel(scope).node.path}`);
}

/**
 * Refuses to refer to the current version of a function of another stack.
 *
 * @throws Error if the ARN is that of such a version, or is made from it
 */
export function refuseVersionOfOtherStack(scope: IConstruct, arn: string, property = 'function'): void {
  const message = versionViolation(scope, arn, property);
  if (message) {
    throw invalid(scope, message);
  }
}

function versionOfOtherStack(scope: IConstruct, arn: string): CfnResource | undefined {
  if (!Token.isUnresolved(arn)) {
    return undefined;
  }
  const isRefused = (resource: CfnResource) => isCurrentVersion(resource) && topLevel(resource) !== topLevel(scope);
  const resource = referencedResource(arn);
  if (resource) {
    return isRefused(resource) ? resource : undefined;
  }
  const found: CfnResource[] = [];
  tokenText(scope, arn, each => {
    if (isRefused(each)) {
      found.push(each);
    }
    return nameOf(each);
  });
  return found[0];
}

/** Whether a resource is the version that aws-cdk-lib makes for the current code of a function. */
function isCurrentVersion({ cfnResourceType, node: { scope: version } }: CfnResource): boolean {
  const fn = version?.node.scope;
  return cfnResourceType === 'AWS::Lambda::Version' && fn !== undefined && 'currentVersion' in fn && version!.node.id === 'CurrentVersion';
}

/** The stack that is deployed: a nested stack belongs to its parent, and the two share no exports. */
function topLevel(construct: IConstruct): Stack {
  let stack = Stack.of(construct);
  while (stack.nestedStackParent) {
    stack = stack.nestedStackParent;
  }
  return stack;
}
