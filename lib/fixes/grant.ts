import type { Draft } from './draft';

/** What a new policy allows. */
export interface Grant {
  /** The wanted logical id. */
  readonly id: string;

  /** The logical id of the role. */
  readonly role: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];

  /** The key of the resource that needs it. */
  readonly for: string;
}

/** Adds a policy to a role of the same stack. Returns its logical id. */
export function grant(draft: Draft, { id, role, actions, resources, for: needing }: Grant): string {
  return draft.add({
    id,
    type: 'AWS::IAM::Policy',
    for: needing,
    properties: name => ({
      PolicyName: name,
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: oneOrMany(actions), Resource: oneOrMany(resources) }],
      },
      Roles: [{ Ref: role }],
    }),
  });
}

function oneOrMany(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values;
}
