import { Fn, Resource, Stack, Token, TokenComparison } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { EXTERNAL_ID, REGION, ROLE_ARN } from '../../constraints/aws-lambda/assume-role';
import { EXTERNAL_ID_WITHOUT_ROLE, REGION_OF_OTHER_FUNCTION, ROLE_OF_OTHER_ACCOUNT_MISSING } from '../../constraints/aws-lambda/deploy-time';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { quoted } from '../../constraints/violation';
import type { LambdaTarget } from '../../contract/lambda-target';
import type { DeployTimeHandlerOptions } from '../../provider/deploy-time-handler-options';
import { knownViolation } from '../../provider/known-violation';
import { functionElsewhere } from '../target/environment';
import { invocationTarget, isAlias, isVersion, unqualified, type InvocationTarget } from '../target/invocation-target';
import { arnText, targetIdentity } from '../target/target-identity';
import { UNQUALIFIED_PARTS } from '../target/token-text';

/** How to reach a function that may be elsewhere. */
export interface DeployTimeTargetOptions {
  /**
   * The Region of the function.
   *
   * @default - that of the function, as far as its ARN or its stack tells; otherwise that of this stack
   */
  readonly region?: string;

  /**
   * A role to assume first, e.g. one of the account of the function.
   *
   * It needs the permissions that the handler has otherwise, and has to trust the handler:
   * `role.grantAssumeRole(construct.grantPrincipal)` says so for a role of this app.
   *
   * @default - none: the role of the handler is used
   */
  readonly assumedRole?: iam.IRole;

  /**
   * What the trust policy of `assumedRole` asks for, 2 to 1,224 characters.
   *
   * @default - none
   */
  readonly externalId?: string;

  /**
   * The function that does the work during the deployment.
   *
   * @default - one per stack, which all constructs without settings of their own share
   */
  readonly provider?: DeployTimeHandlerOptions;
}

/** A function, alias or version that the handler calls, and how. */
export interface DeployTimeTarget extends InvocationTarget {
  readonly properties: LambdaTarget;

  /** As it is called: qualified if it is an alias or version. */
  readonly arn: string;

  /** The function by itself. */
  readonly unqualifiedArn: string;

  /** One text for all its spellings, whoever calls it. */
  readonly identity: string;
}

/**
 * Takes the ARN of what is called as it is: an alias or version refers to itself, so it is there before it is
 * called, and exactly what is called is granted.
 *
 * @throws Error if the name, Region or external id is one that AWS refuses
 */
export function deployTimeTarget(scope: IConstruct, fn: lambda.IFunction, options: DeployTimeTargetOptions): DeployTimeTarget {
  const { region, assumedRole, externalId } = options;
  const { env } = unqualified(fn);
  const messages = [
    knownViolation(REGION, region),
    region !== undefined && Token.compareStrings(region, env.region) === TokenComparison.DIFFERENT
      ? broken(REGION_OF_OTHER_FUNCTION, 'region', `${quoted(region)} for a function of ${quoted(env.region)}`)
      : undefined,
    knownViolation(ROLE_ARN, assumedRole?.roleArn, 'assumedRole'),
    knownViolation(EXTERNAL_ID, externalId),
    externalId !== undefined && !assumedRole ? broken(EXTERNAL_ID_WITHOUT_ROLE, EXTERNAL_ID.property, 'one without `assumedRole`') : undefined,
  ].filter(message => message !== undefined);
  if (messages.length > 0) {
    throw invalid(scope, ...messages);
  }
  const target = invocationTarget(scope, fn);
  return {
    ...target,
    arn: fn.functionArn,
    unqualifiedArn: unqualifiedArn(scope, target.function),
    identity: [targetIdentity(scope, target.function.functionArn, target.qualifier), assumedRole?.node.path].join(' '),
    properties: {
      FunctionName: fn.functionArn,
      Region: region ?? (env.region === Stack.of(scope).region ? undefined : env.region),
      AssumeRoleArn: assumedRole?.roleArn,
      ExternalId: externalId,
    },
  };
}

/**
 * Refuses to read or change the config of a function of another account by the handler's own role.
 *
 * @throws Error if the function is known to be of another account, and no role is assumed
 */
export function refuseOtherAccount(scope: IConstruct, fn: lambda.IFunction, { assumedRole }: DeployTimeTargetOptions): void {
  const [{ env }, here] = [unqualified(fn), Stack.of(scope)];
  if (!assumedRole && Token.compareStrings(env.account, here.account) === TokenComparison.DIFFERENT) {
    throw invalid(scope, broken(ROLE_OF_OTHER_ACCOUNT_MISSING, 'assumedRole', `none for ${functionElsewhere(env, here)}`));
  }
}

/** What the handler needs: the permissions themselves, or to assume the role that has them. */
export function permissions({ assumedRole }: DeployTimeTargetOptions, ...statements: iam.PolicyStatement[]): iam.PolicyStatement[] {
  return assumedRole ? [new iam.PolicyStatement({ actions: ['sts:AssumeRole'], resources: [assumedRole.roleArn] })] : statements;
}

/** The ARNs under which Lambda looks for permissions about the settings of one qualifier. */
export function configuredArns({ arn, unqualifiedArn: bare, qualifier }: DeployTimeTarget): string[] {
  return [...new Set([bare, qualifier === LATEST ? `${bare}:${LATEST}` : arn, arn])];
}

/** Whether exactly the function is meant, without a qualifier. */
export function isUnqualified(fn: lambda.IFunction, { arn, unqualifiedArn: bare }: DeployTimeTarget): boolean {
  return !isAlias(fn) && !isVersion(fn) && arn === bare;
}

/** An imported function may have a qualifier in its ARN. */
function unqualifiedArn(scope: IConstruct, fn: lambda.IFunction): string {
  const text = arnText(scope, fn.functionArn);
  if (Resource.isOwnedResource(fn) || (text !== undefined && text.split(':').length <= UNQUALIFIED_PARTS)) {
    return fn.functionArn;
  }
  const parts = Fn.split(':', fn.functionArn);
  return Token.isUnresolved(fn.functionArn)
    ? Fn.join(':', Array.from({ length: UNQUALIFIED_PARTS }, (_, index) => Fn.select(index, parts)))
    : fn.functionArn.split(':').slice(0, UNQUALIFIED_PARTS).join(':');
}
