import { Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { isVersion } from './invocation-target';
import { VERSION_OF_OTHER_STACK } from '../../constraints/aws-lambda/version-of-other-stack';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';

/** Whether a function is the current version of a function of another stack. The id of such a version changes with the code. */
export function isVersionOfOtherStack(scope: IConstruct, fn: lambda.IFunction): boolean {
  return isVersion(fn) && fn.lambda.node.tryFindChild('CurrentVersion') === fn && topLevel(fn) !== topLevel(scope);
}

/** The message for the current version of a function of another stack; undefined for any other function. */
export function versionViolation(scope: IConstruct, fn: lambda.IFunction, property: string): string | undefined {
  return isVersionOfOtherStack(scope, fn)
    ? broken(VERSION_OF_OTHER_STACK, property, `${fn.node.path} in stack ${topLevel(scope).node.path}`)
    : undefined;
}

/**
 * Refuses to refer to the current version of a function of another stack.
 *
 * @throws Error if the function is such a version
 */
export function refuseVersionOfOtherStack(scope: IConstruct, fn: lambda.IFunction, property = 'function'): void {
  const message = versionViolation(scope, fn, property);
  if (message) {
    throw invalid(scope, message);
  }
}

/** The stack that is deployed: a nested stack belongs to its parent, and the two share no exports. */
function topLevel(construct: IConstruct): Stack {
  let stack = Stack.of(construct);
  while (stack.nestedStackParent) {
    stack = stack.nestedStackParent;
  }
  return stack;
}
