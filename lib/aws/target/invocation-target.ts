import { CfnResource, Resource, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { referencedResource } from './referenced-resource';
import { writtenFunction } from './written-function';
import { dynamicReferences } from '../../constraints/aws-cloudformation/dynamic-reference';
import { ALIAS_NAME } from '../../constraints/aws-lambda/alias';
import { effectiveQualifier, FunctionReferenceError, type FunctionReference } from '../../constraints/aws-lambda/function-reference';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { invalid } from '../../constraints/invalid';
import { violation } from '../../constraints/violation';

/** Target of a config: one function and qualifier. */
export interface InvocationTarget {
  /** The function itself, without alias or version. */
  readonly function: lambda.IFunction;

  /** Bare name of the function. */
  readonly functionName: string;

  readonly qualifier: string;

  /** L1 of the function; undefined for an imported function. */
  readonly resource?: lambda.CfnFunction;

  /** L1 of the alias; undefined without an alias, or for an imported one. */
  readonly alias?: CfnResource;
}

/**
 * The name and qualifier of a function, alias or version.
 *
 * @throws Error if Lambda would refuse the name, qualifier or alias name
 */
export function invocationTarget(scope: IConstruct, fn: lambda.IFunction): InvocationTarget {
  const bare = unqualified(fn);
  const reference = Resource.isOwnedResource(bare) ? { name: bare.functionName } : located(scope, () => writtenFunction(scope, bare));
  return {
    function: bare,
    functionName: reference.name,
    qualifier: isAlias(fn)
      ? checkedAliasName(scope, fn.aliasName)
      : checkedQualifier(scope, reference, isVersion(fn) ? fn.version : undefined),
    resource: resourceOf(bare),
    alias: isAlias(fn) ? defaultResource(fn) ?? referencedResource(fn.functionArn) : undefined,
  };
}

/** Whether a function is durable, as far as the app knows. */
export function isDurable(fn: lambda.IFunction): boolean {
  return resourceOf(fn)?.durableConfig !== undefined;
}

/** The L1 of a function that the app makes; undefined for an imported function. */
export function resourceOf(fn: lambda.IFunction): lambda.CfnFunction | undefined {
  // A `SingletonFunction` has no default child: its name refers to the L1.
  return (defaultResource(fn) ?? referencedResource(fn.functionName)) as lambda.CfnFunction | undefined;
}

/** The L1 in a construct. It is found without the name or ARN, for which aws-cdk-lib makes tokens. */
function defaultResource({ node }: lambda.IFunction): CfnResource | undefined {
  return CfnResource.isCfnResource(node.defaultChild) ? node.defaultChild : undefined;
}

/** The function behind an alias or version. */
export function unqualified(fn: lambda.IFunction): lambda.IFunction {
  if (isAlias(fn)) {
    return fn.version.lambda;
  }
  return isVersion(fn) ? fn.lambda : fn;
}

/** The version that an invocation runs: the current version for a function that the app makes. */
export function versionOf(fn: lambda.IFunction): lambda.IVersion | undefined {
  if (isAlias(fn)) {
    return fn.version;
  }
  return isVersion(fn) ? fn : (fn as Partial<lambda.Function>).currentVersion;
}

/** Whether a function is an alias. */
export function isAlias(fn: lambda.IFunction): fn is lambda.IAlias {
  return 'aliasName' in fn;
}

/** Whether a function is a version, `$LATEST` included. */
export function isVersion(fn: lambda.IFunction): fn is lambda.IVersion {
  return !isAlias(fn) && 'lambda' in fn && 'version' in fn;
}

function checkedQualifier(scope: IConstruct, reference: FunctionReference, qualifier = reference.qualifier ?? LATEST): string {
  return isDynamic(qualifier)
    ? qualifier
    : located(scope, () => effectiveQualifier(reference, qualifier));
}

function checkedAliasName(scope: IConstruct, name: string): string {
  const broken = isDynamic(name) ? undefined : violation(ALIAS_NAME, name);
  if (broken) {
    throw invalid(scope, broken);
  }
  return name;
}

/** Whether a text is known at deployment only. */
function isDynamic(text: string): boolean {
  return Token.isUnresolved(text) || dynamicReferences(text).length > 0;
}

function located<T>(scope: IConstruct, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof FunctionReferenceError ? invalid(scope, error.message) : error;
  }
}
