import { CfnResource, Stage } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { functionIdentity } from '../target/target-identity';

/** The aliases and versions of an app, by the identity of their function. */
export type DeclaredQualifiers = ReadonlyMap<string, ReadonlyArray<lambda.CfnAlias | lambda.CfnVersion>>;

/** One walk over an app, and the constructs that may still use it. */
interface Walk {
  readonly declared: DeclaredQualifiers;
  readonly waiting: Set<IConstruct>;
}

const WALKS = new WeakMap<IConstruct, Walk>();

/**
 * The aliases and versions that the app declares, for a construct that is validated.
 *
 * CDK validates each construct of a stage once in a pass. So they share one walk until a construct asks again, or is new. A walk for each
 * alias took almost half of the synth of 400 functions.
 */
export function declaredQualifiers(asker: IConstruct): DeclaredQualifiers {
  const pass = Stage.of(asker) ?? asker.node.root;
  const walk = WALKS.get(pass);
  if (walk?.waiting.delete(asker)) {
    return walk.declared;
  }
  const constructs = asker.node.root.node.findAll();
  const declared = byFunction(constructs);
  WALKS.set(pass, { declared, waiting: new Set(constructs.filter(construct => construct !== asker)) });
  return declared;
}

/** Whether a construct is the L1 of an alias. */
export function isAliasResource(construct: IConstruct): construct is lambda.CfnAlias {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::Lambda::Alias';
}

function isVersionResource(construct: IConstruct): construct is lambda.CfnVersion {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::Lambda::Version';
}

function byFunction(constructs: readonly IConstruct[]): DeclaredQualifiers {
  const found = new Map<string, (lambda.CfnAlias | lambda.CfnVersion)[]>();
  for (const construct of constructs) {
    if (isAliasResource(construct) || isVersionResource(construct)) {
      const identity = functionIdentity(construct, construct.functionName);
      const qualifiers = found.get(identity);
      if (qualifiers) {
        qualifiers.push(construct);
      } else {
        found.set(identity, [construct]);
      }
    }
  }
  return found;
}
