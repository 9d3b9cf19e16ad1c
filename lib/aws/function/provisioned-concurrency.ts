import { Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { isAliasResource, type DeclaredQualifiers } from './declared-qualifiers';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import * as rules from '../../constraints/aws-lambda/provisioned-concurrency';
import { broken, type Rule } from '../../constraints/rule';
import { quoted } from '../../constraints/violation';
import { knownViolation } from '../../provider/known-violation';
import { resourceOf } from '../target/invocation-target';
import { pathOf, referencedResource } from '../target/referenced-resource';
import { functionIdentity } from '../target/target-identity';

const PROPERTY = rules.PROVISIONED_CONCURRENT_EXECUTIONS.property;

/** Settings of an alias that limit its provisioned concurrency. */
export interface ProvisionedAlias {
  readonly version: lambda.IVersion;
  readonly additionalVersions?: lambda.VersionWeight[];
  readonly provisionedConcurrentExecutions?: number;
}

/**
 * The violations of the provisioned concurrency of an alias, as messages.
 *
 * @param property what asks for provisioned concurrency
 */
export function provisionedViolations(fn: lambda.IFunction, alias: ProvisionedAlias, property = PROPERTY): string[] {
  const { version, additionalVersions = [], provisionedConcurrentExecutions: provisioned } = alias;
  if (provisioned === undefined) {
    return [];
  }
  const resource = resourceOf(fn);
  const refuseIf = (condition: boolean, rule: Rule, got: string) => condition ? broken(rule, property, got) : undefined;
  return [
    knownViolation(rules.PROVISIONED_CONCURRENT_EXECUTIONS, provisioned, property),
    version.version === LATEST ? broken(rules.PROVISIONED_LATEST, 'version', quoted(LATEST)) : undefined,
    refuseIf(additionalVersions.length > 0, rules.PROVISIONED_WEIGHTED_ALIAS, `${text(provisioned)} beside \`additionalVersions\``),
    refuseIf(hasSnapStart(resource), rules.PROVISIONED_SNAP_START, `${text(provisioned)} for ${fn.node.path}`),
    refuseIf(resource?.tenancyConfig !== undefined, rules.PROVISIONED_TENANT_ISOLATION, `${text(provisioned)} for ${fn.node.path}`),
    refuseIf(isProvisioned(version.node.defaultChild), rules.PROVISIONED_TWICE, `${text(provisioned)} for ${version.node.path}, which has its own`),
    refuseIf(isAbove(provisioned, resource?.reservedConcurrentExecutions), rules.PROVISIONED_ABOVE_RESERVED,
      `${text(provisioned)} for ${fn.node.path}, which has ${resource?.reservedConcurrentExecutions}`),
  ].filter(message => message !== undefined);
}

/** The other aliases of the app with provisioned concurrency for the version of an alias, as messages. */
export function provisionedTwice(alias: lambda.CfnAlias, version: lambda.IVersion, declared: DeclaredQualifiers): string[] {
  const own = version.node.defaultChild;
  // Of all functions: an alias may name its function in a way that only the deployment knows.
  return [...declared.values()].flat()
    .filter(isAliasResource)
    .filter(other => other !== alias && isProvisioned(other))
    .filter(other => own !== undefined && referencedResource(other.functionVersion) === own)
    .map(other => broken(rules.PROVISIONED_TWICE, PROPERTY, `another one for ${version.node.path} at ${pathOf(other)}`));
}

/** The provisioned concurrency of all aliases and versions of a function, as a message if it exceeds the reserve of the function. */
export function provisionedAboveReserved(alias: IConstruct, fn: lambda.IFunction, declared: DeclaredQualifiers): string[] {
  const reserved = resourceOf(fn)?.reservedConcurrentExecutions;
  const total = (declared.get(functionIdentity(alias, fn.functionName)) ?? [])
    .filter(({ cfnOptions }) => cfnOptions.condition === undefined)
    .reduce((sum, { provisionedConcurrencyConfig: config }) => sum + knownConcurrency(config), 0);
  return isAbove(total, reserved) ? [broken(rules.PROVISIONED_ABOVE_RESERVED, PROPERTY, `${total} in all for ${fn.node.path}, which has ${reserved}`)] : [];
}

function hasSnapStart(resource?: lambda.CfnFunction): boolean {
  const snapStart = resource?.snapStart;
  return snapStart !== undefined && 'applyOn' in snapStart && snapStart.applyOn === 'PublishedVersions';
}

/** Whether an L1 of an alias or version has provisioned concurrency. */
function isProvisioned(resource?: IConstruct): boolean {
  return (resource as lambda.CfnAlias | lambda.CfnVersion | undefined)?.provisionedConcurrencyConfig !== undefined;
}

/** The number in the L1 of an alias or version; 0 for none, and for one that only the deployment knows. */
function knownConcurrency(config: (lambda.CfnAlias | lambda.CfnVersion)['provisionedConcurrencyConfig']): number {
  const provisioned = config && 'provisionedConcurrentExecutions' in config ? config.provisionedConcurrentExecutions : 0;
  return Token.isUnresolved(provisioned) ? 0 : provisioned;
}

function isAbove(provisioned: number, reserved?: number): boolean {
  return reserved !== undefined && !Token.isUnresolved(reserved) && !Token.isUnresolved(provisioned) && provisioned > reserved;
}

function text(provisioned: number): string {
  return Token.isUnresolved(provisioned) ? 'a token' : String(provisioned);
}
