import {
  CfnResource, DefaultTokenResolver, Reference, Stack, Token, Tokenization,
  type IFragmentConcatenator, type IPostProcessor, type IResolvable, type IResolveContext,
} from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { pathOf, referencedResource } from './referenced-resource';
import { LATEST } from '../../constraints/aws-lambda/identifiers';

/**
 * One text for all ways in which an app can name a function.
 *
 * Two names that could be different functions, because a name, account or Region is
 * known only at deployment, get different texts. What is unknown stands in
 * parentheses if it is the environment, and in braces otherwise.
 *
 * @param scope the construct that names the function
 * @param name name or ARN of a function, alias or version; tokens are welcome
 */
export function functionIdentity(scope: IConstruct, name: string): string {
  const resource = referencedResource(name);
  if (resource?.cfnResourceType === 'AWS::Lambda::Function') {
    return identityOf(resource as lambda.CfnFunction);
  }
  const resolved = identified(scope, name);
  const [, region, account, bare] = FUNCTION_ARN.exec(resolved) ?? [];
  if (bare !== undefined) {
    return `${account}/${region}/${bare}`;
  }
  if (resolved.startsWith('arn:')) {
    return resolved;
  }
  const unqualified = resolved.split(':')[0];
  return unqualified.includes('/') ? unqualified : inEnvironment(scope, unqualified);
}

/** One text for all ways in which an app can name a function and its qualifier. */
export function targetIdentity(scope: IConstruct, name: string, qualifier?: string): string {
  return `${functionIdentity(scope, name)}:${qualifier === undefined ? LATEST : identified(scope, qualifier)}`;
}

/**
 * The text of an ARN, with what is unknown in parentheses and braces.
 *
 * @returns nothing when not even the form of an ARN is known
 */
export function arnText(scope: IConstruct, arn: string): string | undefined {
  const text = identified(scope, arn);
  return text.startsWith('arn:') ? text : undefined;
}

/** Whether a part of an ARN is known only at deployment. */
export function isUnknown(part: string): boolean {
  return /[({]/.test(part);
}

/** Where the name of a function stands in its ARN, counted from 0. */
export const FUNCTION_NAME_PART = 6;

/** How many parts the ARN of a function has without a qualifier. */
export const UNQUALIFIED_PARTS = FUNCTION_NAME_PART + 1;

const FUNCTION_ARN = /^arn:[^:]*:lambda:([^:]*):([^:]*):function:([^:]+)/;

const ENVIRONMENT = ['AWS::AccountId', 'AWS::Partition', 'AWS::Region'];

function inEnvironment(scope: IConstruct, name: string): string {
  const { account, region } = Stack.of(scope);
  return [account, region].map(part => isLiteral(part) ? part : unknownIn(scope)).concat(name).join('/');
}

/** A function that the app makes, which most names refer to without detours. */
function identityOf(resource: lambda.CfnFunction): string {
  return isLiteral(resource.functionName) ? inEnvironment(resource, resource.functionName) : nameOf(resource);
}

/** The account or Region of a stack that learns it at deployment. */
function unknownIn(scope: IConstruct): string {
  return `(${nameOf(Stack.of(scope))})`;
}

/** A construct where only its name counts: without the colons that divide an ARN. */
function nameOf(construct: IConstruct): string {
  return pathOf(construct).replaceAll(':', '%3A');
}

function identified(scope: IConstruct, value: string): string {
  return Token.isUnresolved(value)
    ? String(Tokenization.resolve(value, { scope, resolver: new IdentityResolver(TEXT) }))
    : value;
}

const TEXT: IFragmentConcatenator = {
  join: (left: unknown, right: unknown) => [left, right].filter(part => part !== undefined).join(''),
};

/** Puts the identity of a function, alias, version or environment where a reference to it stands. */
class IdentityResolver extends DefaultTokenResolver {
  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const resource = Reference.isReference(token) && CfnResource.isCfnResource(token.target) ? token.target : undefined;
    switch (resource?.cfnResourceType) {
      case 'AWS::Lambda::Function':
        return identityOf(resource as lambda.CfnFunction);
      case 'AWS::Lambda::Alias': {
        const { functionName, name } = resource as lambda.CfnAlias;
        return `${functionIdentity(resource, functionName)}:${isLiteral(name) ? name : nameOf(resource)}`;
      }
      case 'AWS::Lambda::Version':
        return (token as Reference).displayName === 'Version'
          ? nameOf(resource)
          : `${functionIdentity(resource, (resource as lambda.CfnVersion).functionName)}:${nameOf(resource)}`;
      default:
        return this.known(super.resolveToken(token, context, postProcessor), context.scope);
    }
  }

  /** What a token comes to as far as it is known: of a list that is split at a colon, the part that is taken. */
  private known(resolved: unknown, scope: IConstruct): unknown {
    if (typeof resolved !== 'object' || resolved === null || 'Fn::Split' in resolved) {
      return resolved;
    }
    const { Ref: parameter, 'Fn::Select': [index, list] = [] } = resolved as Intrinsic;
    if (ENVIRONMENT.includes(String(parameter))) {
      return unknownIn(scope);
    }
    const [separator, text] = list?.['Fn::Split'] ?? [];
    const part = separator === ':' && typeof text === 'string' ? partOfArn(text, Number(index)) : undefined;
    return part ?? `${JSON.stringify(resolved).replaceAll('"', '').replaceAll(':', '=')}@${nameOf(Stack.of(scope))}`;
  }
}

/** One part of an ARN; of an identity, which stands for a whole ARN, there are only name and qualifier. */
function partOfArn(text: string, index: number): string | undefined {
  return text.split(':')[text.startsWith('arn:') ? index : index - FUNCTION_NAME_PART];
}

/** The intrinsic functions in which aws-cdk-lib hides what is known. */
interface Intrinsic {
  readonly 'Ref'?: string;
  readonly 'Fn::Select'?: [index: number | string, list?: { readonly 'Fn::Split'?: [separator: string, text: unknown] }];
}

function isLiteral(text?: string): text is string {
  return text !== undefined && !Token.isUnresolved(text);
}
