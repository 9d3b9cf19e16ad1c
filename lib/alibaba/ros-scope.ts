import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalid } from '../constraints/invalid';

/** Marks the ROS stacks of every copy of this library that the app has loaded. */
const MARK = Symbol.for('cdk-async-invoke.alibaba.RosStack');

/** The ROS stacks of this copy. Files that ask for them cannot import their class: it imports those files. */
const ROS_STACKS = new WeakSet<Stack>();

/** Registers a stack as a ROS stack. */
export function registerRosStack(stack: Stack): void {
  ROS_STACKS.add(stack);
  Object.defineProperty(stack, MARK, { value: true });
}

/**
 * The ROS stack that contains a construct, if one does.
 *
 * @throws Error if a second copy of this library made the stack: it would leave the resources of this copy out
 */
export function findRosStack(construct: IConstruct): Stack | undefined {
  const stack = stackOf(construct);
  if (!stack || ROS_STACKS.has(stack)) {
    return stack;
  }
  if (MARK in stack) {
    throw invalid(construct, `\`scope\` must be of the same copy of cdk-async-invoke, got: ${stack.node.path}, an \`alibaba.RosStack\` of another copy. `
      + 'The app has loaded two copies, and each renders its own resources only. Install one: `npm ls cdk-async-invoke` shows where they are.');
  }
  return undefined;
}

/**
 * The ROS stack that contains a construct.
 *
 * @throws Error if none does
 */
export function rosStackOf(construct: IConstruct): Stack {
  const stack = findRosStack(construct);
  if (!stack) {
    throw invalid(construct, 'A resource of ROS must be declared in an `alibaba.RosStack`. Pass one as its scope.');
  }
  return stack;
}

/** The constructs below a construct that belong to one stack, without those of stacks further below. */
export function constructsOf(stack: Stack, below: IConstruct = stack): IConstruct[] {
  return below.node.findAll().filter(construct => stackOf(construct) === stack);
}

/** Unlike `Stack.of`, returns nothing for a construct outside every stack, e.g. an app. */
function stackOf(construct: IConstruct): Stack | undefined {
  return construct.node.scopes.reverse().find(Stack.isStack);
}
