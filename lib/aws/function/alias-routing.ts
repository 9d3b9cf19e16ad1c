import { Resource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { provisionedViolations, type ProvisionedAlias } from './provisioned-concurrency';
import * as rules from '../../constraints/aws-lambda/alias';
import { FunctionReferenceError } from '../../constraints/aws-lambda/function-reference';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { broken } from '../../constraints/rule';
import { quoted } from '../../constraints/violation';
import { knownViolation } from '../../provider/known-violation';
import { arnText, functionIdentity } from '../target/target-identity';
import { isUnknown, UNQUALIFIED_PARTS } from '../target/token-text';
import { versionViolation } from '../target/version-of-other-stack';
import { writtenFunction } from '../target/written-function';

/** Settings of an alias. */
export interface AliasRouting extends ProvisionedAlias {
  readonly aliasName: string;
  readonly description?: string;
}

/** The violations of an alias, as messages. */
export function aliasViolations(scope: IConstruct, fn: lambda.IFunction, routing: AliasRouting): string[] {
  const { aliasName, version, additionalVersions = [], description = '' } = routing;
  return [
    nameViolation(scope, fn),
    foreign(scope, fn, version, 'version'),
    versionViolation(scope, version.functionArn, 'version'),
    knownViolation(rules.ALIAS_NAME, aliasName),
    knownViolation(rules.ALIAS_DESCRIPTION, description),
    knownViolation(rules.ALIAS_VERSION, version.version, 'version', rules.remedyForVersion(version.version)),
    knownViolation(rules.ADDITIONAL_VERSIONS, additionalVersions),
    additionalVersions.length > 0 && version.version === LATEST ? broken(rules.WEIGHTED_LATEST, 'version', quoted(LATEST)) : undefined,
    ...additionalVersions.flatMap((additional, index) => {
      const property = `additionalVersions[${index}]`;
      return [
        foreign(scope, fn, additional.version, `${property}.version`),
        versionViolation(scope, additional.version.functionArn, `${property}.version`),
        ...additionalViolations(version, additional, property),
      ];
    }),
    ...provisionedViolations(fn, routing),
  ].filter(message => message !== undefined);
}

function nameViolation(scope: IConstruct, fn: lambda.IFunction): string | undefined {
  try {
    if (!Resource.isOwnedResource(fn)) {
      writtenFunction(scope, fn);
    }
    return undefined;
  } catch (error) {
    if (error instanceof FunctionReferenceError) {
      return error.message;
    }
    throw error;
  }
}

function additionalViolations(main: lambda.IVersion, { version, weight }: lambda.VersionWeight, property: string): (string | undefined)[] {
  return [
    knownViolation(rules.ADDITIONAL_VERSION, version.version, `${property}.version`, rules.remedyForVersion(version.version)),
    knownViolation(rules.ADDITIONAL_VERSION_WEIGHT, weight, `${property}.weight`),
    main.version === version.version
      ? broken(rules.SAME_VERSION_TWICE, `${property}.version`, version.node.path)
      : undefined,
  ];
}

function foreign(scope: IConstruct, fn: lambda.IFunction, version: lambda.IVersion, property: string): string | undefined {
  return areDifferent(scope, fn, version.lambda)
    ? `\`${property}\` must be a version of \`function\`, got: ${version.node.path} for ${fn.node.path}`
    : undefined;
}

/** Whether two functions differ for certain: a name or environment that is known only at deployment may be the same. */
function areDifferent(scope: IConstruct, one: lambda.IFunction, other: lambda.IFunction): boolean {
  const [isMade, otherIsMade] = [one, other].map(fn => Resource.isOwnedResource(fn));
  if (one === other || isMade !== otherIsMade) {
    return false;
  }
  const [arn, otherArn] = [one, other].map(fn => fn.functionArn);
  return isMade
    ? functionIdentity(scope, arn) !== functionIdentity(scope, otherArn)
    : differ(arnText(scope, arn), arnText(scope, otherArn));
}

function differ(arn?: string, otherArn?: string): boolean {
  const others = otherArn?.split(':');
  return others !== undefined && arn !== undefined && arn.split(':').slice(0, UNQUALIFIED_PARTS)
    .some((part, index) => part !== others[index] && !isUnknown(`${part}${others[index]}`));
}

