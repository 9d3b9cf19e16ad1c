import type { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { resolved } from './ros-resolver';
import { RosResource } from './ros-resource';
import { constructsOf, rosStackOf } from './ros-scope';
import { FORMAT_VERSION } from '../constraints/alibaba-ros/template';
import { inKeyOrder } from '../provider/key-order';

/** A template of ROS. */
export interface RosTemplate {
  readonly ROSTemplateFormatVersion: string;
  readonly Description?: unknown;
  readonly Resources: Record<string, RosTemplateResource>;
}

/** A resource of a ROS template. */
export interface RosTemplateResource {
  readonly Type: string;
  readonly Properties?: Record<string, any>;
  readonly DependsOn?: string[];
}

/**
 * The template of a stack.
 *
 * @throws Error if a property refers to AWS or to another stack
 */
export function rosTemplate(stack: Stack): RosTemplate {
  const description = resolved(stack, { description: stack.templateOptions.description })?.description;
  return {
    ROSTemplateFormatVersion: FORMAT_VERSION,
    ...description === undefined ? {} : { Description: description },
    Resources: Object.fromEntries(rosResources(stack).map(resource => [resource.logicalId, entry(resource)])),
  };
}

/** A template as text. */
export function serialized(template: RosTemplate): string {
  return `${JSON.stringify(template, undefined, 1)}\n`;
}

/** The resources below a construct that belong to one stack. */
export function rosResources(stack: Stack, below: IConstruct = stack): RosResource[] {
  return constructsOf(stack, below).filter(construct => construct instanceof RosResource);
}

function entry(resource: RosResource): RosTemplateResource {
  const properties = inKeyOrder(resolved(resource, resource._properties()) ?? {}) as Record<string, unknown>;
  const dependsOn = dependenciesOf(resource);
  return {
    Type: resource.resourceType,
    ...Object.keys(properties).length > 0 ? { Properties: properties } : {},
    ...dependsOn.length > 0 ? { DependsOn: dependsOn } : {},
  };
}

/** A dependency between two constructs holds for every resource below the one, on every resource below the other. */
function dependenciesOf(resource: RosResource): string[] {
  const stack = rosStackOf(resource);
  const dependencies = resource.node.scopes
    .flatMap(scope => scope.node.dependencies)
    .flatMap(dependency => rosResources(stack, dependency))
    .filter(dependency => dependency !== resource);
  return [...new Set(dependencies.map(({ logicalId }) => logicalId))].sort();
}
