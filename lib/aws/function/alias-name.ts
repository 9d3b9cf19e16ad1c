import { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { ALIAS_NAME_TWICE } from '../../constraints/aws-lambda/alias';
import { broken } from '../../constraints/rule';
import { quoted } from '../../constraints/violation';
import { pathOf } from '../target/referenced-resource';
import { functionIdentity } from '../target/target-identity';

/**
 * The other aliases of the app with the name and function of an alias, as messages.
 *
 * Complete only when the app is whole.
 */
export function sameNames(alias: lambda.CfnAlias): string[] {
  const identity = functionIdentity(alias, alias.functionName);
  return alias.node.root.node.findAll()
    .filter(isAliasResource)
    .filter(other => other !== alias && other.name === alias.name && !isConditional(other) && !isConditional(alias))
    .filter(other => functionIdentity(other, other.functionName) === identity)
    .map(other => broken(ALIAS_NAME_TWICE, 'aliasName', `${quoted(alias.name)} beside ${pathOf(other)}`));
}

/** Whether a construct is the L1 of an alias. */
export function isAliasResource(construct: IConstruct): construct is lambda.CfnAlias {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::Lambda::Alias';
}

function isConditional({ cfnOptions }: CfnResource): boolean {
  return cfnOptions.condition !== undefined;
}
