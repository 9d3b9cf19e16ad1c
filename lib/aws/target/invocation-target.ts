import { CfnResource, Fn, Resource, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { referencedResource } from './referenced-resource';
import { arnText, FUNCTION_NAME_PART, isUnknown, UNQUALIFIED_PARTS } from './target-identity';
import { ALIAS_NAME } from '../../constraints/aws-lambda/alias';
import {
  effectiveQualifier, FunctionReferenceError, parseFunctionReference, type FunctionReference,
} from '../../constraints/aws-lambda/function-reference';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { invalid } from '../../constraints/invalid';
import { violation } from '../../constraints/violation';

/** What a config applies to: exactly one function and qualifier. */
export interface InvocationTarget {
  /** The function, never an alias or version of it. */
  readonly function: lambda.IFunction;

  /** The bare name. */
  readonly functionName: string;

  readonly qualifier: string;

  /** The function as the app declares it; absent when it is imported. */
  readonly resource?: lambda.CfnFunction;

  /** The alias as the app declares it; absent when there is none, or it is imported. */
  readonly alias?: CfnResource;
}

/**
 * Takes any function, alias or version apart into what the API calls function name and qualifier.
 *
 * @throws Error if the name, qualifier or alias name is one that Lambda refuses
 */
export function invocationTarget(scope: IConstruct, fn: lambda.IFunction): InvocationTarget {
  const bare = unqualified(fn);
  const reference = Resource.isOwnedResource(bare) ? { name: bare.functionName } : parsed(scope, bare);
  return {
    function: bare,
    functionName: reference.name,
    qualifier: isAlias(fn)
      ? checkedAliasName(scope, fn.aliasName)
      : checkedQualifier(scope, reference, isVersion(fn) ? fn.version : undefined),
    resource: resourceOf(bare),
    alias: isAlias(fn) ? referencedResource(fn.functionArn) : undefined,
  };
}

/** Whether a function is known to be durable. */
export function isDurable(fn: lambda.IFunction): boolean {
  return resourceOf(fn)?.durableConfig !== undefined;
}

/** The L1 of a function that the app makes; absent for an imported one. */
export function resourceOf(fn: lambda.IFunction): lambda.CfnFunction | undefined {
  // The child of a `lambda.Function` costs no token; other functions that the app makes are known by their name alone.
  const child = fn.node.defaultChild;
  const resource = CfnResource.isCfnResource(child) ? child : referencedResource(fn.functionName);
  return resource as lambda.CfnFunction | undefined;
}

/** The function behind an alias or version. */
export function unqualified(fn: lambda.IFunction): lambda.IFunction {
  if (isAlias(fn)) {
    return fn.version.lambda;
  }
  return isVersion(fn) ? fn.lambda : fn;
}

/** The version that runs when a function, alias or version is called: of a function that the app makes, the current one. */
export function versionOf(fn: lambda.IFunction): lambda.IVersion | undefined {
  if (isAlias(fn)) {
    return fn.version;
  }
  return isVersion(fn) ? fn : (fn as Partial<lambda.Function>).currentVersion;
}

/** Whether a function is named by an alias of it. */
export function isAlias(fn: lambda.IFunction): fn is lambda.IAlias {
  return 'aliasName' in fn;
}

/** Whether a function is named by a version of it, `$LATEST` included. */
export function isVersion(fn: lambda.IFunction): fn is lambda.IVersion {
  return !isAlias(fn) && 'lambda' in fn && 'version' in fn;
}

/** Imported functions are named by whoever imports them, with a qualifier in the ARN perhaps. */
function parsed(scope: IConstruct, fn: lambda.IFunction): FunctionReference {
  const literal = Token.isUnresolved(fn.functionArn)
    ? arnText(scope, fn.functionArn)?.split(':').slice(FUNCTION_NAME_PART).join(':')
    : fn.functionArn;
  if (literal !== undefined && !isUnknown(literal)) {
    return located(scope, () => parseFunctionReference(literal, 'function'));
  }
  return { name: fn.functionName, qualifier: literal?.includes(':') ? qualifierOf(fn.functionArn, literal) : undefined };
}

function qualifierOf(arn: string, literal: string): string {
  const [, qualifier] = literal.split(':');
  return isUnknown(qualifier) ? Fn.select(UNQUALIFIED_PARTS, Fn.split(':', arn)) : qualifier;
}

function checkedQualifier(scope: IConstruct, reference: FunctionReference, qualifier = reference.qualifier ?? LATEST): string {
  return Token.isUnresolved(qualifier)
    ? qualifier
    : located(scope, () => effectiveQualifier(reference, qualifier));
}

function checkedAliasName(scope: IConstruct, name: string): string {
  const broken = Token.isUnresolved(name) ? undefined : violation(ALIAS_NAME, name);
  if (broken) {
    throw invalid(scope, broken);
  }
  return name;
}

function located<T>(scope: IConstruct, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof FunctionReferenceError ? invalid(scope, error.message) : error;
  }
}
