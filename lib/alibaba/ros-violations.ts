import { CfnElement, CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { constructsOf } from './ros-scope';
import type { RosStack } from './ros-stack';
import { rosTemplate, serialized, type RosTemplate } from './ros-template';
import { DUPLICATE_CONFIG } from '../constraints/alibaba-fc/async-invoke-config';
import {
  ASYNC_INVOKE_CONFIG_TYPE, AWS_RESOURCE, AWS_VALUE, PSEUDO_PARAMETER, ROS_DEPENDENCY, TEMPLATE_BODY,
} from '../constraints/alibaba-ros/template';
import { broken } from '../constraints/rule';
import { violation } from '../constraints/violation';

/** Everything for which a stack cannot be deployed by ROS as it is. */
export function rosViolations(stack: RosStack): string[] {
  const foreign = awsElements(stack);
  if (foreign.length > 0) {
    return foreign;
  }
  const template = rosTemplate(stack);
  return [
    ...annotatedErrors(stack),
    ...dependencies(stack),
    ...unknownValues(template),
    ...duplicateConfigs(template),
    violation(TEMPLATE_BODY, serialized(template)) ?? [],
  ].flat();
}

function awsElements(stack: RosStack): string[] {
  return constructsOf(stack)
    .filter(CfnElement.isCfnElement)
    .map(element => broken(AWS_RESOURCE, 'resources',
      `${CfnResource.isCfnResource(element) ? element.cfnResourceType : element.constructor.name} at ${element.node.path}`));
}

/** The CDK CLI shows the errors of the stacks that it knows only. */
function annotatedErrors(stack: RosStack): string[] {
  return constructsOf(stack).flatMap(({ node }) => node.metadata
    .filter(({ type }) => type === 'aws:cdk:error')
    .map(({ data }) => `${data} [${node.path}]`));
}

/**
 * Whatever waits for something on the other side of the border of a stack.
 *
 * Newer releases of aws-cdk-lib let the stacks wait for each other when constructs do: that is said once.
 */
function dependencies(stack: RosStack): string[] {
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

/** Values of CloudFormation that came as plain objects or texts, and references to nothing. */
function unknownValues({ Resources }: RosTemplate): string[] {
  const isKnown = (name: unknown) => Object.hasOwn(Resources, String(name)) || String(name).startsWith(PSEUDO_PARAMETER);
  const visit = (value: unknown, path: string): string[] => {
    if (typeof value === 'string') {
      return [...value.matchAll(/\$\{(AWS::\w+)\}/g)].map(([, name]) => broken(AWS_VALUE, path, name));
    }
    if (typeof value !== 'object' || value === null) {
      return [];
    }
    return Object.entries(value).flatMap(([key, inner]) => {
      const reference = key === 'Ref' ? inner : key === 'Fn::GetAtt' ? [inner].flat()[0] : undefined;
      const unknown = reference !== undefined && !isKnown(reference) ? `${reference}` : CLOUDFORMATION_ONLY.includes(key) ? key : undefined;
      return unknown === undefined ? visit(inner, `${path}.${key}`) : [broken(AWS_VALUE, path, unknown)];
    });
  };
  return Object.entries(Resources).flatMap(([id, { Properties }]) => visit(Properties, id));
}

/** The functions of CloudFormation that ROS has not. */
const CLOUDFORMATION_ONLY = ['Fn::Base64', 'Fn::ImportValue', 'Fn::ToJsonString', 'Fn::Transform'];

function duplicateConfigs({ Resources }: RosTemplate): string[] {
  const configs = new Map<string, string[]>();
  for (const [id, { Type, Properties }] of Object.entries(Resources)) {
    if (Type === ASYNC_INVOKE_CONFIG_TYPE) {
      const name = JSON.stringify(Properties?.FunctionName);
      configs.set(name, [...configs.get(name) ?? [], id]);
    }
  }
  return [...configs]
    .filter(([, ids]) => ids.length > 1)
    .map(([name, ids]) => broken(DUPLICATE_CONFIG, 'functionName', `${ids.join(' and ')} for ${name}`));
}
