import type { Statement } from './statement';
import { append } from '../assembly/app';
import type { RoleNode } from '../nodes/role';
import type { Declared, Reader } from '../reader';
import { known, rendered, type Text } from '../values/value';

/** The roles of the app, with every policy that the app attaches to them, in whatever stack. */
export function roles(reader: Reader, policies: ReadonlyMap<string, readonly Statement[]>): RoleNode[] {
  const attached = new Attachments(reader, policies);
  for (const policy of reader.all('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')) attached.add(policy, policy.properties.get('Roles').texts());
  for (const policy of reader.all('AWS::IAM::RolePolicy')) attached.add(policy, [policy.properties.required('RoleName')]);
  return reader.all('AWS::IAM::Role').map(role => roleNode(role, attached, policies));
}

/** Which policies are attached to which roles. */
class Attachments {
  private readonly statements = new Map<string, Statement[]>();

  /** Why some policies may be anybody's. */
  private readonly strays: string[] = [];

  /** Names of roles that are not declared where their policy is: in an account that is not fixed, they may be those of other stacks. */
  private readonly unplaced = new Set<string>();

  /** One of them of which only the deployment knows all. */
  private composed?: string;

  constructor(private readonly reader: Reader, private readonly policies: ReadonlyMap<string, readonly Statement[]>) {}

  add(policy: Declared, names: readonly Text[]): void {
    const { key } = policy.origin;
    for (const name of names) {
      const role = name.kind === 'unknown' ? undefined : this.reader.resourceNamed('iam', name, policy);
      if (role !== undefined) {
        for (const statement of this.policies.get(key)!) append(this.statements, role, statement);
      } else if (name.kind === 'unknown' || name.kind === 'reference') {
        const reason = name.kind === 'unknown' ? name.reason : 'it is known at deploy time only';
        this.strays.push(`policy \`${key}\` is attached to an unknown role: ${reason}`);
      } else {
        this.unplaced.add(rendered(name));
        if (name.kind === 'composed') this.composed = rendered(name);
      }
    }
  }

  to({ origin }: Declared): readonly Statement[] {
    return this.statements.get(origin.key) ?? [];
  }

  /** Why a role of that name may have more policies than these. */
  doubts(name: Text | undefined): readonly string[] {
    const namesake = name && this.namesake(name);
    return namesake === undefined ? this.strays : [...this.strays, `a policy of another stack may be attached to it as \`${namesake}\``];
  }

  private namesake(name: Text): string | undefined {
    const own = known(name);
    if (own === undefined) return [...this.unplaced][0];
    return this.unplaced.has(own) ? own : this.composed;
  }
}

function roleNode(
  role: Declared, attached: Attachments, policies: ReadonlyMap<string, readonly Statement[]>,
): RoleNode {
  const { origin, properties } = role;
  const name = properties.text('RoleName');
  const boundary = properties.text('PermissionsBoundary');
  const arns = properties.get('ManagedPolicyArns').texts();
  const declared = (arn: Text) => arn.kind === 'reference' ? policies.get(arn.resource) : undefined;
  const unreadable = properties.get('Policies').items().flatMap(policy => policy.unknown ? [`an inline policy is unknown: ${policy.unknown.reason}`] : []);
  return {
    name,
    statements: [...policies.get(origin.key)!, ...attached.to(role), ...arns.flatMap(arn => declared(arn) ?? [])],
    boundary: boundary && declared(boundary),
    managedPolicies: arns.filter(arn => arn.kind !== 'unknown' && !declared(arn)),
    unknowns: [
      ...attached.doubts(name),
      ...unreadable,
      ...arns.flatMap(arn => arn.kind === 'unknown' ? [`a managed policy is unknown: ${arn.reason}`] : []),
    ],
    ...origin,
  };
}
