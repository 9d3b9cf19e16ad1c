import type { CfnCondition, CfnResource, Stack } from 'aws-cdk-lib';
import { oneOf, type Conditions } from './combined-condition';
import { declaresConditions } from './declared-conditions';
import { propertiesOf } from './properties-of';
import { referencesIn } from './references-in';

/** What decides whether a resource exists, beside the resources that it refers to. */
export interface Existence {
  /** The resources that it is about. */
  readonly subjects?: () => readonly (CfnResource | undefined)[];

  /** The conditions of things of which one suffices. */
  readonly alternatives?: () => readonly Conditions[];
}

/** The conditions of the resources that carry some. */
const CARRIED = new WeakMap<CfnResource, () => CfnCondition | undefined>();

/**
 * Gives a resource the conditions of all resources of its stack that it refers to or is about.
 *
 * CloudFormation refuses a template in which a resource refers to another one whose condition is false. The conditions are read when the
 * resource is rendered, so you may set them later. A condition that you set on the resource itself replaces them.
 */
export function carryConditions(resource: CfnResource, { subjects, alternatives }: Existence = {}): void {
  const { stack, cfnOptions } = resource;
  let given = cfnOptions.condition;
  const required = () => new Set([...conditionsIn(resource, propertiesOf(resource)), ...conditionsOf(stack, subjects?.() ?? [])]);
  const carried = () => given ?? oneOf(stack, required(), alternatives?.() ?? []);
  CARRIED.set(resource, carried);
  Object.defineProperty(cfnOptions, 'condition', {
    configurable: true,
    enumerable: true,
    get: () => declaresConditions(resource, 'rendering') ? carried() : given,
    set: (own?: CfnCondition) => {
      given = own;
    },
  });
}

/** The conditions of the resources to which a part of a resource refers. */
export function conditionsIn(resource: CfnResource, part: unknown): Conditions {
  return conditionsOf(resource.stack, referencesIn(resource, part));
}

/** The conditions of resources of a stack. A template does not know those of other stacks. */
export function conditionsOf(stack: Stack, resources: Iterable<CfnResource | undefined>): Conditions {
  return new Set([...resources]
    .map(resource => resource?.stack === stack ? conditionOf(resource) : undefined)
    .filter(condition => condition !== undefined));
}

/** The condition of a resource, its own or carried. */
export function conditionOf(resource: CfnResource): CfnCondition | undefined {
  const carried = CARRIED.get(resource);
  return carried ? carried() : resource.cfnOptions.condition;
}
