import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';

/** The resource of the app to which a name or ARN refers, if it is nothing but one reference. */
export function referencedResource(value: string): CfnResource | undefined {
  const token = Tokenization.reverseString(value).firstToken;
  const target = Tokenization.reverseString(value).length === 1 && Reference.isReference(token) ? token.target : undefined;
  return CfnResource.isCfnResource(target) ? target : undefined;
}
