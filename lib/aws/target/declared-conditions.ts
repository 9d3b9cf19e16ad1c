import { CfnElement, type CfnResource, type Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What was seen in a stack, shared by all resources that ask once. */
interface Walk {
  readonly hasConditions: boolean;
  readonly askers: Set<CfnResource>;
}

/** Walks of mixins that complete resources, of resources that are rendered, and of their policies. They do not share one, because an app changes in between. */
const WALKS = {
  completing: new WeakMap<Stack, Walk>(),
  documenting: new WeakMap<Stack, Walk>(),
  rendering: new WeakMap<Stack, Walk>(),
};

/**
 * Whether a stack declares conditions. Most do not, and to look for references in each resource would take a quarter of the time of an app.
 *
 * CDK renders each resource once in each pass over the app, so a resource that asks again begins a new pass.
 */
export function declaresConditions(asker: CfnResource, kind: keyof typeof WALKS): boolean {
  const { stack } = asker;
  let walk = WALKS[kind].get(stack);
  if (!walk || (!walk.hasConditions && walk.askers.has(asker))) {
    walk = { hasConditions: stack.node.findAll().some(isCondition), askers: new Set() };
    WALKS[kind].set(stack, walk);
  }
  walk.askers.add(asker);
  return walk.hasConditions;
}

/** Whether a construct is a condition, but not the one of the metadata of aws-cdk-lib, which no resource of an app has. */
function isCondition(construct: IConstruct): boolean {
  return CfnElement.isCfnElement(construct) && 'expression' in construct && construct.node.scope?.node.id !== 'CDKMetadata';
}
