import { Lazy, Resource, type CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { isAlias } from '../target/invocation-target';
import { isVersionOfOtherStack } from '../target/version-of-other-stack';

/** Name of the trigger, unlikely to collide with those of users. */
const HANDLER_TRIGGER = '@handler';

/** The current version of a function that the app makes; any other function, alias or version as it is. */
export function currentVersionOf(fn: lambda.IFunction): lambda.IFunction {
  return 'currentVersion' in fn ? (fn as lambda.Function).currentVersion : fn;
}

/**
 * The version of an alias as a trigger: the name of the alias does not change with its version.
 *
 * The logical id of a version of another stack changes with the version, too, and needs no export.
 */
export function handlerTrigger(scope: IConstruct, called: lambda.IFunction): Record<string, string> {
  if (!isAlias(called) || !Resource.isOwnedResource(called.version)) {
    return {};
  }
  const { version } = called;
  const { stack, logicalId } = version.node.defaultChild as CfnResource;
  const trigger = isVersionOfOtherStack(scope, version.functionArn) ? Lazy.string({ produce: () => stack.resolve(logicalId) }) : version.functionArn;
  return { [HANDLER_TRIGGER]: trigger };
}
