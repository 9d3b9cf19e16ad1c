import { Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { functionIdentity } from './target-identity';
import * as rules from '../constraints/aws-lambda/alias';
import { LATEST } from '../constraints/aws-lambda/identifiers';
import type { Constraint } from '../constraints/constraint';
import { broken } from '../constraints/rule';
import { quoted, violation } from '../constraints/violation';

/** What an alias says about itself. */
export interface AliasRouting {
  readonly aliasName: string;
  readonly version: lambda.IVersion;
  readonly additionalVersions?: lambda.VersionWeight[];
  readonly description?: string;
}

/** All that Lambda would refuse about an alias of a function, in words. */
export function aliasViolations(scope: IConstruct, fn: lambda.IFunction, routing: AliasRouting): string[] {
  const { aliasName, version, additionalVersions = [], description = '' } = routing;
  return [
    version.lambda === fn || functionIdentity(scope, version.lambda.functionArn) === functionIdentity(scope, fn.functionArn)
      ? undefined
      : `\`version\` must be a version of \`function\`, got: ${version.node.path} for ${fn.node.path}`,
    check(rules.ALIAS_NAME, aliasName),
    check(rules.ALIAS_DESCRIPTION, description),
    check(rules.ALIAS_VERSION, version.version),
    check(rules.ADDITIONAL_VERSIONS, additionalVersions),
    additionalVersions.length > 0 && version.version === LATEST ? broken(rules.WEIGHTED_LATEST, 'version', quoted(LATEST)) : undefined,
    ...additionalVersions.flatMap((additional, index) => additionalViolations(version, additional, `additionalVersions[${index}]`)),
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

function check(constraint: Constraint, value: unknown, property?: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : violation(constraint, value, property);
}
