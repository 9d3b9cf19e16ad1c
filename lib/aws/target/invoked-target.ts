import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { referencedResource } from './referenced-resource';
import { functionIdentity, qualifierIdentity } from './target-identity';
import { nameOf, UNQUALIFIED_PARTS } from './token-text';
import { LATEST } from '../../constraints/aws-lambda/identifiers';

/** A function and qualifier that an ARN names, as far as the app knows them. */
export interface InvokedTarget {
  /** As `functionIdentity` returns it. */
  readonly identity: string;

  /** As `qualifierIdentity` returns it. */
  readonly qualifier: string;
}

/**
 * The function and qualifier of an ARN.
 *
 * @param scope the construct that names the function
 */
export function invokedTarget(scope: IConstruct, arn: string): InvokedTarget {
  const resource = referencedResource(arn);
  switch (resource?.cfnResourceType) {
    case 'AWS::Lambda::Alias': {
      const { functionName, name } = resource as lambda.CfnAlias;
      return { identity: functionIdentity(resource, functionName), qualifier: qualifierIdentity(resource, name) };
    }
    case 'AWS::Lambda::Function':
      return { identity: functionIdentity(resource, arn), qualifier: LATEST };
    case 'AWS::Lambda::Version':
      return { identity: functionIdentity(resource, (resource as lambda.CfnVersion).functionName), qualifier: nameOf(resource) };
    default:
      return { identity: functionIdentity(scope, arn), qualifier: writtenQualifier(qualifierIdentity(scope, arn)) ?? LATEST };
  }
}

/** The qualifier behind a name or ARN, in which a function of the app stands for its whole ARN. */
function writtenQualifier(text: string): string | undefined {
  return text.split(':')[text.startsWith('arn:') ? UNQUALIFIED_PARTS : 1];
}
