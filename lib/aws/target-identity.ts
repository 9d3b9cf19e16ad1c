import {
  CfnResource, DefaultTokenResolver, Reference, Stack, Token, Tokenization,
  type IFragmentConcatenator, type IPostProcessor, type IResolvable, type IResolveContext,
} from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { pathOf } from './referenced-resource';
import { LATEST } from '../constraints/aws-lambda/identifiers';

/**
 * One text for all ways in which an app can name a function.
 *
 * Two names that could be different functions, because an account or Region is
 * known only at deployment, get different texts.
 *
 * @param scope the construct that names the function
 * @param name name or ARN of a function, alias or version; tokens are welcome
 */
export function functionIdentity(scope: IConstruct, name: string): string {
  const resolved = identified(scope, name);
  const [, region, account, bare] = FUNCTION_ARN.exec(resolved) ?? [];
  if (bare !== undefined) {
    return `${account}/${region}/${bare}`;
  }
  const unqualified = resolved.split(':')[0];
  return unqualified.includes('/') ? unqualified : inEnvironment(scope, unqualified);
}

/** One text for all ways in which an app can name a function and its qualifier. */
export function targetIdentity(scope: IConstruct, name: string, qualifier?: string): string {
  return `${functionIdentity(scope, name)}:${qualifier === undefined ? LATEST : identified(scope, qualifier)}`;
}

/**
 * The text of an ARN of which nothing but the environment is unknown; that stands in parentheses.
 *
 * @returns nothing when more of it is unknown
 */
export function arnText(scope: IConstruct, arn: string): string | undefined {
  const text = identified(scope, arn);
  return /^arn:[^{[]*$/.test(text) ? text : undefined;
}

const FUNCTION_ARN = /^arn:[^:]*:lambda:([^:]*):([^:]*):function:([^:]+)/;

function inEnvironment(scope: IConstruct, name: string): string {
  const { account, region } = Stack.of(scope);
  return [account, region].map(part => isLiteral(part) ? part : unknownIn(scope)).concat(name).join('/');
}

/** The account or Region of a stack that learns it at deployment. */
function unknownIn(scope: IConstruct): string {
  return `(${Stack.of(scope).node.path})`;
}

/** Whether part of an ARN is known only at deployment. */
export function isUnknown(part: string): boolean {
  return part.startsWith('(');
}

function identified(scope: IConstruct, value: string): string {
  if (!Token.isUnresolved(value)) {
    return value;
  }
  const resolved = Tokenization.resolve(value, { scope, resolver: new IdentityResolver(TEXT) });
  return typeof resolved === 'string' ? resolved : qualifierOf(resolved) ?? JSON.stringify(resolved);
}

/** aws-cdk-lib writes the qualifier of an alias as the last part of its ARN. */
function qualifierOf(resolved: { 'Fn::Select'?: [unknown, { 'Fn::Split'?: [string, string] }] }): string | undefined {
  const [, list] = resolved['Fn::Select'] ?? [];
  return list?.['Fn::Split']?.[1].split(':').pop();
}

const TEXT: IFragmentConcatenator = {
  join: (left: unknown, right: unknown) => [left, right]
    .filter(part => part !== undefined)
    .map(part => typeof part === 'string' ? part : JSON.stringify(part))
    .join(''),
};

/** Puts the identity of a function, alias, version or environment where a reference to it stands. */
class IdentityResolver extends DefaultTokenResolver {
  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const resource = Reference.isReference(token) && CfnResource.isCfnResource(token.target) ? token.target : undefined;
    switch (resource?.cfnResourceType) {
      case 'AWS::Lambda::Function': {
        const { functionName } = resource as lambda.CfnFunction;
        return isLiteral(functionName) ? inEnvironment(resource, functionName) : pathOf(resource);
      }
      case 'AWS::Lambda::Alias': {
        const { functionName, name } = resource as lambda.CfnAlias;
        return `${functionIdentity(resource, functionName)}:${isLiteral(name) ? name : pathOf(resource)}`;
      }
      case 'AWS::Lambda::Version':
        return (token as Reference).displayName === 'Version'
          ? pathOf(resource)
          : `${functionIdentity(resource, (resource as lambda.CfnVersion).functionName)}:${pathOf(resource)}`;
      default: {
        const resolved = super.resolveToken(token, context, postProcessor);
        return String(resolved?.Ref).startsWith('AWS::') ? unknownIn(context.scope) : resolved;
      }
    }
  }
}

function isLiteral(text?: string): text is string {
  return text !== undefined && !Token.isUnresolved(text);
}
