import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The resource of the app to which a name or ARN refers, if it is nothing but one reference. */
export function referencedResource(value: string): CfnResource | undefined {
  const fragments = Tokenization.reverseString(value);
  const token = fragments.length === 1 ? fragments.firstToken : undefined;
  return Reference.isReference(token) && CfnResource.isCfnResource(token.target) ? token.target : undefined;
}

/** The path of a resource as its maker knows it: that of the construct around it. */
export function pathOf(resource: IConstruct): string {
  return resource.node.path.replace(/\/Resource(\/Default)?$/, '');
}
