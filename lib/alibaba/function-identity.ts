import type { RosResource } from './ros-resource';
import { rosValueIn } from './ros-value';

/** One text for all names of a function that a stack declares: its own, or a value that ROS fills in. */
export function functionIdentity(functionName: string): string {
  const resource = rosValueIn(functionName)?.owner as RosResource | undefined;
  return resource ? resource._literalProperty('FunctionName') ?? resource.getAtt('FunctionName') : functionName;
}
