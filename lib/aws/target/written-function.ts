import { Fn, Token, type CfnResource, type Reference } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { FUNCTION_NAME_PART, isUnknown, nameOf, tokenText, UNQUALIFIED_PARTS, withDynamicReference } from './token-text';
import { parseFunctionReference, type FunctionReference } from '../../constraints/aws-lambda/function-reference';

/**
 * The name and qualifier of an imported function: as literals where its ARN has them, as tokens elsewhere.
 *
 * @throws FunctionReferenceError if Lambda would refuse the name or qualifier
 */
export function writtenFunction(scope: IConstruct, fn: lambda.IFunction): FunctionReference {
  const arn = fn.functionArn;
  const text = tokenText(scope, arn, referenceText);
  const parts = text.split(':').slice(text.startsWith('arn:') ? FUNCTION_NAME_PART : 0);
  if (!parts.some(isUnknown)) {
    const known = parts.length === 0 ? text.replaceAll(/\([^)]*\)/g, '…') : parts.join(':');
    return parseFunctionReference(Token.isUnresolved(arn) ? known : arn, 'function');
  }
  const [name, qualifier] = parts;
  return {
    name: withDynamicReference(name) ?? fn.functionName,
    qualifier: qualifier !== undefined && isUnknown(qualifier)
      ? withDynamicReference(qualifier) ?? Fn.select(UNQUALIFIED_PARTS, Fn.split(':', arn))
      : qualifier,
  };
}

/** A name that the app makes needs no check. Only the name of an alias is a qualifier. */
function referenceText(resource: CfnResource, { displayName: attribute }: Reference): string | undefined {
  const unknown = `{${nameOf(resource)}}`;
  switch (resource.cfnResourceType) {
    case 'AWS::Lambda::Function':
      return attribute === 'Arn' ? arnOf(unknown) : unknown;
    case 'AWS::Lambda::Alias': {
      const { name } = resource as lambda.CfnAlias;
      return arnOf(unknown, Token.isUnresolved(name) ? unknown : name);
    }
    case 'AWS::Lambda::Version':
      return attribute === 'Version' ? unknown : arnOf(unknown, unknown);
    default:
      return undefined;
  }
}

/** An ARN that is read only for its form and its qualifier. */
function arnOf(name: string, qualifier?: string): string {
  return ['arn', '', 'lambda', '', '', 'function', name, ...qualifier === undefined ? [] : [qualifier]].join(':');
}
