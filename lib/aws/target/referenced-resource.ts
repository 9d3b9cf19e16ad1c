import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The resource that a name or ARN refers to; undefined unless the value is exactly one reference. */
export function referencedResource(value: string): CfnResource | undefined {
  const fragments = Tokenization.reverseString(value);
  const token = fragments.length === 1 ? fragments.firstToken : undefined;
  return Reference.isReference(token) && CfnResource.isCfnResource(token.target) ? token.target : undefined;
}

/** The L1 of a construct: the construct itself, or what it contains; undefined for an imported one. */
export function resourceIn(construct: IConstruct): CfnResource | undefined {
  const resource = CfnResource.isCfnResource(construct) ? construct : construct.node.defaultChild;
  return CfnResource.isCfnResource(resource) ? resource : undefined;
}

/** The path of a resource as its user knows it: the path of the L2 around an L1. */
export function pathOf(resource: IConstruct): string {
  return resource.node.path.replace(/\/Resource(\/Default)?$/, '');
}
