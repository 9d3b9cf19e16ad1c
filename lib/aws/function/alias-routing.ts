import { Resource, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import * as rules from '../../constraints/aws-lambda/alias';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { PROVISIONED_CONCURRENT_EXECUTIONS, PROVISIONED_LATEST } from '../../constraints/aws-lambda/version';
import type { Constraint } from '../../constraints/constraint';
import { broken } from '../../constraints/rule';
import { quoted, violation } from '../../constraints/violation';
import { arnText, functionIdentity, isUnknown, UNQUALIFIED_PARTS } from '../target/target-identity';

/** What an alias says about itself. */
export interface AliasRouting {
  readonly aliasName: string;
  readonly version: lambda.IVersion;
  readonly additionalVersions?: lambda.VersionWeight[];
  readonly description?: string;
  readonly provisionedConcurrentExecutions?: number;
}

/** All that Lambda would refuse about an alias of a function, in words. */
export function aliasViolations(scope: IConstruct, fn: lambda.IFunction, routing: AliasRouting): string[] {
  const { aliasName, version, additionalVersions = [], description = '', provisionedConcurrentExecutions: provisioned = 1 } = routing;
  return [
    foreign(scope, fn, version, 'version'),
    check(rules.ALIAS_NAME, aliasName),
    check(rules.ALIAS_DESCRIPTION, description),
    check(rules.ALIAS_VERSION, version.version),
    check(rules.ADDITIONAL_VERSIONS, additionalVersions),
    additionalVersions.length > 0 && version.version === LATEST ? broken(rules.WEIGHTED_LATEST, 'version', quoted(LATEST)) : undefined,
    ...additionalVersions.flatMap((additional, index) => {
      const property = `additionalVersions[${index}]`;
      return [foreign(scope, fn, additional.version, `${property}.version`), ...additionalViolations(version, additional, property)];
    }),
    check(PROVISIONED_CONCURRENT_EXECUTIONS, provisioned),
    routing.provisionedConcurrentExecutions !== undefined && version.version === LATEST
      ? broken(PROVISIONED_LATEST, 'version', quoted(LATEST))
      : undefined,
  ].filter(message => message !== undefined);
}

function additionalViolations(main: lambda.IVersion, { version, weight }: lambda.VersionWeight, property: string): (string | undefined)[] {
  return [
    check(rules.ADDITIONAL_VERSION, version.version, `${property}.version`),
    check(rules.ADDITIONAL_VERSION_WEIGHT, weight, `${property}.weight`),
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

/** Names and environments that are known only at deployment may turn out to be the same. */
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

function check(constraint: Constraint, value: unknown, property?: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : violation(constraint, value, property);
}
