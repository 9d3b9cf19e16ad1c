import { rosValueIn } from './ros-value';

/** One text for all names of a function: the name that the stack declares, else the value that ROS fills in. */
export function functionIdentity(functionName: string): string {
  const resource = rosValueIn(functionName)?.owner;
  return resource ? resource._literalProperty('FunctionName') ?? resource.getAtt('FunctionName') : functionName;
}
