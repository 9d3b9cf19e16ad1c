import { CfnElement, CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { refusedConfigs } from './refused-configs';
import { constructsOf } from './ros-scope';
import { rosTemplate, serialized } from './ros-template';
import { unknownValues } from './unknown-values';
import { AWS_RESOURCE, DESCRIPTION, ROS_DEPENDENCY, TEMPLATE_BODY } from '../constraints/alibaba-ros/template';
import { broken } from '../constraints/rule';
import { violation } from '../constraints/violation';

/** Every reason why ROS could not deploy a stack. */
export function rosViolations(stack: Stack): string[] {
  const foreign = awsElements(stack);
  if (foreign.length > 0) {
    return foreign;
  }
  const template = rosTemplate(stack);
  return [
    ...annotatedErrors(stack),
    ...dependencies(stack),
    ...template.Description === undefined || typeof template.Description === 'string' ? [] : [broken(DESCRIPTION, 'description', 'a value that only the deployment knows')],
    ...unknownValues(stack, template),
    ...refusedConfigs(stack, template),
    violation(TEMPLATE_BODY, serialized(template)) ?? [],
  ].flat();
}

function awsElements(stack: Stack): string[] {
  return constructsOf(stack)
    .filter(CfnElement.isCfnElement)
    .map(element => broken(AWS_RESOURCE, 'resources',
      `${CfnResource.isCfnResource(element) ? element.cfnResourceType : element.constructor.name} at ${element.node.path}`));
}

/** The CDK CLI shows only errors of stacks that it knows. */
function annotatedErrors(stack: Stack): string[] {
  return constructsOf(stack).flatMap(({ node }) => node.metadata
    .filter(({ type }) => type === 'aws:cdk:error')
    .map(({ data }) => `${data} [${node.path}]`));
}

/**
 * Dependencies that cross the border of a stack.
 *
 * Newer releases of aws-cdk-lib turn a dependency between constructs into one between their stacks, too: only the former is reported.
 */
function dependencies(stack: Stack): string[] {
  const constructs = stack.node.root.node.findAll();
  const crossing = (dependent: IConstruct, targets: IConstruct[]) => targets
    .filter(target => isWithin(stack, dependent) !== isWithin(stack, target))
    .map(target => broken(ROS_DEPENDENCY, 'dependencies', `${dependent.node.path} on ${target.node.path}`));
  const ofConstructs = constructs.flatMap(construct => crossing(construct, construct.node.dependencies));
  return ofConstructs.length > 0 ? ofConstructs : constructs.filter(Stack.isStack).flatMap(other => crossing(other, other.dependencies));
}

function isWithin(stack: Stack, construct: IConstruct): boolean {
  return construct.node.scopes.includes(stack);
}
