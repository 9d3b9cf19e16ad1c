import { CfnResource, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import * as rules from '../../constraints/aws-lambda/provisioned-concurrency';
import { PROVISIONED_CONCURRENT_EXECUTIONS, PROVISIONED_LATEST } from '../../constraints/aws-lambda/version';
import { broken, type Rule } from '../../constraints/rule';
import { quoted } from '../../constraints/violation';
import { knownViolation } from '../../provider/known-violation';
import { resourceOf } from '../target/invocation-target';
import { pathOf, referencedResource } from '../target/referenced-resource';

const PROPERTY = PROVISIONED_CONCURRENT_EXECUTIONS.property;

/** Settings of an alias that limit its provisioned concurrency. */
export interface ProvisionedAlias {
  readonly version: lambda.IVersion;
  readonly additionalVersions?: lambda.VersionWeight[];
  readonly provisionedConcurrentExecutions?: number;
}

/** The violations of the provisioned concurrency of an alias, as messages. */
export function provisionedViolations(fn: lambda.IFunction, alias: ProvisionedAlias): string[] {
  const { version, additionalVersions = [], provisionedConcurrentExecutions: provisioned } = alias;
  if (provisioned === undefined) {
    return [];
  }
  const resource = resourceOf(fn);
  const refuseIf = (condition: boolean, rule: Rule, got: string) => condition ? broken(rule, PROPERTY, got) : undefined;
  return [
    knownViolation(PROVISIONED_CONCURRENT_EXECUTIONS, provisioned),
    version.version === LATEST ? broken(PROVISIONED_LATEST, 'version', quoted(LATEST)) : undefined,
    refuseIf(additionalVersions.length > 0, rules.PROVISIONED_WEIGHTED_ALIAS, `${text(provisioned)} beside \`additionalVersions\``),
    refuseIf(hasSnapStart(resource), rules.PROVISIONED_SNAP_START, `${text(provisioned)} for ${fn.node.path}`),
    refuseIf(resource?.tenancyConfig !== undefined, rules.PROVISIONED_TENANT_ISOLATION, `${text(provisioned)} for ${fn.node.path}`),
    refuseIf(isProvisioned(version.node.defaultChild), rules.PROVISIONED_TWICE, `${text(provisioned)} for ${version.node.path}, which has its own`),
    refuseIf(isAbove(provisioned, resource?.reservedConcurrentExecutions), rules.PROVISIONED_ABOVE_RESERVED,
      `${text(provisioned)} for ${fn.node.path}, which has ${resource?.reservedConcurrentExecutions}`),
  ].filter(message => message !== undefined);
}

/**
 * The other aliases with provisioned concurrency for the version of an alias, as messages.
 *
 * Complete only when the app is whole.
 */
export function provisionedTwice(alias: IConstruct, version: lambda.IVersion): string[] {
  const own = version.node.defaultChild;
  return alias.node.root.node.findAll()
    .filter(isAliasResource)
    .filter(other => other !== alias.node.defaultChild && isProvisioned(other))
    .filter(other => own !== undefined && referencedResource(other.functionVersion) === own)
    .map(other => broken(rules.PROVISIONED_TWICE, PROPERTY, `another one for ${version.node.path} at ${pathOf(other)}`));
}

function hasSnapStart(resource?: lambda.CfnFunction): boolean {
  const snapStart = resource?.snapStart;
  return snapStart !== undefined && 'applyOn' in snapStart && snapStart.applyOn === 'PublishedVersions';
}

/** Whether an L1 of an alias or version has provisioned concurrency. */
function isProvisioned(resource?: IConstruct): boolean {
  return (resource as lambda.CfnAlias | lambda.CfnVersion | undefined)?.provisionedConcurrencyConfig !== undefined;
}

function isAliasResource(construct: IConstruct): construct is lambda.CfnAlias {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::Lambda::Alias';
}

function isAbove(provisioned: number, reserved?: number): boolean {
  return reserved !== undefined && !Token.isUnresolved(reserved) && !Token.isUnresolved(provisioned) && provisioned > reserved;
}

function text(provisioned: number): string {
  return Token.isUnresolved(provisioned) ? 'a token' : String(provisioned);
}
