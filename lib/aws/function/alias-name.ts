import type { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { isAliasResource, type DeclaredQualifiers } from './declared-qualifiers';
import { ALIAS_NAME_TWICE } from '../../constraints/aws-lambda/alias';
import { broken } from '../../constraints/rule';
import { quoted } from '../../constraints/violation';
import { pathOf } from '../target/referenced-resource';
import { functionIdentity } from '../target/target-identity';

/** The other aliases of the app with the name and function of an alias, as messages. */
export function sameNames(alias: lambda.CfnAlias, declared: DeclaredQualifiers): string[] {
  return (declared.get(functionIdentity(alias, alias.functionName)) ?? [])
    .filter(isAliasResource)
    .filter(other => other !== alias && other.name === alias.name && !isConditional(other) && !isConditional(alias))
    .map(other => broken(ALIAS_NAME_TWICE, 'aliasName', `${quoted(alias.name)} beside ${pathOf(other)}`));
}

function isConditional({ cfnOptions }: CfnResource): boolean {
  return cfnOptions.condition !== undefined;
}
