import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalid } from './invalid';
import type { RosStack } from './ros-stack';

const ROS_STACK = Symbol.for('cdk-async-invoke.RosStack');

/** Makes a stack known as one of ROS, to other copies of this library, too. */
export function markRosStack(stack: RosStack): void {
  Object.defineProperty(stack, ROS_STACK, { value: true });
}

export function isRosStack(construct: object): construct is RosStack {
  return ROS_STACK in construct;
}

/** The ROS stack that a construct is in, if it is in one. */
export function findRosStack(construct: IConstruct): RosStack | undefined {
  const stack = construct.node.scopes.reverse().find(Stack.isStack);
  return stack && isRosStack(stack) ? stack : undefined;
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
