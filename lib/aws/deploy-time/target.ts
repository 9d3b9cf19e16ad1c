import { Stack, Token, TokenComparison } from 'aws-cdk-lib';
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
import { targetIdentity } from '../target/target-identity';
import { unqualifiedArn } from '../target/unqualified-arn';

/** Options of a deploy-time construct for its function, which may be in another Region or account. */
export interface DeployTimeTargetOptions {
  /**
   * Region of the function.
   *
   * @default - the Region in the function's ARN or of its stack; otherwise the Region of this stack
   */
  readonly region?: string;

  /**
   * Role that the handler assumes, for example in the account of the function.
   *
   * The role needs the permissions that the handler would need, and must trust the handler. For a role of this app,
   * call `role.grantAssumeRole(construct.grantPrincipal)`.
   *
   * @default - the handler uses its own role
   */
  readonly assumedRole?: iam.IRole;

  /**
   * External id that the trust policy of `assumedRole` requires, 2 to 1,224 characters.
   *
   * @default - none
   */
  readonly externalId?: string;

  /**
   * Settings of the function that does the work during the deployment.
   *
   * @default - one function for each stack, which all constructs without these settings share
   */
  readonly provider?: DeployTimeHandlerOptions;
}

/** Function, alias or version that the handler calls, and the properties of the call. */
export interface DeployTimeTarget extends InvocationTarget {
  readonly properties: LambdaTarget;

  /** The same values by the names of the options. */
  readonly written: Readonly<Record<string, unknown>>;

  /** ARN of the call, with the qualifier of an alias or version. */
  readonly arn: string;

  /** ARN of the function, without a qualifier. */
  readonly unqualifiedArn: string;

  /** One text for all ways to name the target, with the role that calls it. */
  readonly identity: string;
}

/**
 * The target of a deploy-time construct.
 *
 * The handler calls the ARN of the function, alias or version that the user passed. The reference makes CloudFormation
 * create an alias or version before the call, and the permission covers exactly that ARN.
 *
 * @throws Error if AWS would refuse the name, Region or external id
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
    written: { function: fn.functionArn, region, assumedRole: assumedRole?.roleArn, externalId },
  };
}

/**
 * Refuses to read or change the config of a function of another account with the handler's own role.
 *
 * @throws Error if the function is known to belong to another account and `assumedRole` is not given
 */
export function refuseOtherAccount(scope: IConstruct, fn: lambda.IFunction, { assumedRole }: DeployTimeTargetOptions): void {
  const [{ env }, here] = [unqualified(fn), Stack.of(scope)];
  if (!assumedRole && Token.compareStrings(env.account, here.account) === TokenComparison.DIFFERENT) {
    throw invalid(scope, broken(ROLE_OF_OTHER_ACCOUNT_MISSING, 'assumedRole', `none for ${functionElsewhere(env, here)}`));
  }
}

/** The permissions of the handler: those given, or the permission to assume the role that has them. */
export function permissions({ assumedRole }: DeployTimeTargetOptions, ...statements: iam.PolicyStatement[]): iam.PolicyStatement[] {
  return assumedRole ? [new iam.PolicyStatement({ actions: ['sts:AssumeRole'], resources: [assumedRole.roleArn] })] : statements;
}

/** The ARNs that Lambda checks for permissions on the config of one qualifier. */
export function configuredArns({ arn, unqualifiedArn: bare, qualifier }: DeployTimeTarget): string[] {
  return [...new Set([bare, qualifier === LATEST ? `${bare}:${LATEST}` : arn, arn])];
}

/** Whether the target is the function without a qualifier. */
export function isUnqualified(fn: lambda.IFunction, { arn, unqualifiedArn: bare }: DeployTimeTarget): boolean {
  return !isAlias(fn) && !isVersion(fn) && arn === bare;
}
