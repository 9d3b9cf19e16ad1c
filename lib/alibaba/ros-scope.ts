import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { RosStack } from './ros-stack';
import { invalid } from '../constraints/invalid';

/** They are known by this set, since what asks for them cannot import their class: it uses what asks. */
const ROS_STACKS = new WeakSet<Stack>();

/** Makes a stack known as one of ROS. */
export function registerRosStack(stack: RosStack): void {
  ROS_STACKS.add(stack);
}

/** The ROS stack that a construct is in, if it is in one. */
export function findRosStack(construct: IConstruct): RosStack | undefined {
  const stack = stackOf(construct);
  return stack && ROS_STACKS.has(stack) ? stack as RosStack : undefined;
}

/**
 * The ROS stack that a construct is in.
 *
 * @throws Error if it is in none
 */
export function rosStackOf(construct: IConstruct): RosStack {
  const stack = findRosStack(construct);
  if (!stack) {
    throw invalid(construct, 'What ROS is to make must be declared in an `alibaba.RosStack`. Pass one as its scope.');
  }
  return stack;
}

/** What is below a construct and of a stack: what other stacks below hold is theirs. */
export function constructsOf(stack: RosStack, below: IConstruct = stack): IConstruct[] {
  return below.node.findAll().filter(construct => stackOf(construct) === stack);
}

/** Unlike `Stack.of`, takes what is in no stack for an answer, e.g. an app. */
function stackOf(construct: IConstruct): Stack | undefined {
  return construct.node.scopes.reverse().find(Stack.isStack);
}
