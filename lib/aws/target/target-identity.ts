import { Stack, Token, type CfnResource, type Reference } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { referencedResource } from './referenced-resource';
import { nameOf, tokenText, unknownEnvironment } from './token-text';
import { LATEST } from '../../constraints/aws-lambda/identifiers';

/**
 * One text for all ways to name a function in an app.
 *
 * Two names that may be different functions, because a name, account or Region is known only at deployment, get
 * different texts.
 *
 * @param scope the construct that names the function
 * @param name name or ARN of a function, alias or version; may have tokens
 */
export function functionIdentity(scope: IConstruct, name: string): string {
  const resource = referencedResource(name);
  if (resource?.cfnResourceType === 'AWS::Lambda::Function') {
    return identityOf(resource as lambda.CfnFunction);
  }
  const resolved = identified(scope, name);
  const [, region, account, bare] = FUNCTION_ARN.exec(resolved) ?? [];
  if (bare !== undefined) {
    return bare.includes('/') && isHere(scope, { account, region }) ? bare : `${account}/${region}/${bare}`;
  }
  if (resolved.startsWith('arn:')) {
    return resolved;
  }
  const unqualified = resolved.split(':')[0];
  return unqualified.includes('/') ? unqualified : inEnvironment(scope, unqualified);
}

/** One text for all ways to name a function and its qualifier in an app. */
export function targetIdentity(scope: IConstruct, name: string, qualifier?: string): string {
  return `${functionIdentity(scope, name)}:${qualifier === undefined ? LATEST : identified(scope, qualifier)}`;
}

/** One text for all ways to name a qualifier in an app. */
export function qualifierIdentity(scope: IConstruct, qualifier: string): string {
  return identified(scope, qualifier);
}

/** The text of an ARN, with unknown parts in parentheses and braces; undefined if not even its form is known. */
export function arnText(scope: IConstruct, arn: string): string | undefined {
  const text = identified(scope, arn);
  return text.startsWith('arn:') ? text : undefined;
}

const FUNCTION_ARN = /^arn:[^:]*:lambda:([^:]*):([^:]*):function:([^:]+)/;

function inEnvironment(scope: IConstruct, name: string): string {
  const { account, region } = Stack.of(scope);
  return [account, region].map(part => isLiteral(part) ? part : unknownEnvironment(scope)).concat(name).join('/');
}

/** Whether the environment in an ARN is that of the stack. */
function isHere(scope: IConstruct, environment: { account: string; region: string }): boolean {
  const here = Stack.of(scope);
  return [[environment.account, here.account], [environment.region, here.region]]
    .every(([part, own]) => part === (isLiteral(own) ? own : unknownEnvironment(scope)));
}

/** The identity of a function that the app makes. */
function identityOf(resource: lambda.CfnFunction): string {
  return isLiteral(resource.functionName) ? inEnvironment(resource, resource.functionName) : nameOf(resource);
}

function identified(scope: IConstruct, value: string): string {
  return tokenText(scope, value, identityText);
}

/** The identity of a function, alias or version, in place of a reference to it. */
function identityText(resource: CfnResource, { displayName: attribute }: Reference): string | undefined {
  switch (resource.cfnResourceType) {
    case 'AWS::Lambda::Function':
      return identityOf(resource as lambda.CfnFunction);
    case 'AWS::Lambda::Alias': {
      const { functionName, name } = resource as lambda.CfnAlias;
      return `${functionIdentity(resource, functionName)}:${isLiteral(name) ? name : nameOf(resource)}`;
    }
    case 'AWS::Lambda::Version':
      return attribute === 'Version'
        ? nameOf(resource)
        : `${functionIdentity(resource, (resource as lambda.CfnVersion).functionName)}:${nameOf(resource)}`;
    default:
      return undefined;
  }
}

function isLiteral(text?: string): text is string {
  return text !== undefined && !Token.isUnresolved(text);
}
