import type { Draft } from './draft';
import type { FixContext } from './fix-context';

/** What a new policy allows. */
export interface Grant {
  /** The wanted logical id. */
  readonly id: string;

  /** The key of the role. */
  readonly role: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
}

/** Adds a policy to the stack of a role. Returns its logical id. */
export function grant(draft: Draft, context: FixContext, { id, role, actions, resources }: Grant): string {
  const { stack, logicalId } = context.topology.resources.get(role)!;
  const policy = context.newId(stack, id);
  draft.add(stack, policy, 'AWS::IAM::Policy', {
    PolicyName: policy,
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: oneOrMany(actions), Resource: oneOrMany(resources) }],
    },
    Roles: [{ Ref: logicalId }],
  });
  return policy;
}

function oneOrMany(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values;
}
