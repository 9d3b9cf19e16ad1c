import type { Statement } from './statement';
import { append } from '../assembly/app';
import { touchedByCustomResources } from '../custom-resources';
import type { RoleNode } from '../nodes/role';
import type { Declared, Reader } from '../reader';
import type { Property } from '../values/property';
import { known, rendered, type Text } from '../values/value';

/** The roles of the app, with every policy that any stack of the app attaches to them. */
export function roles(reader: Reader, policies: ReadonlyMap<string, readonly Statement[]>): RoleNode[] {
  const attached = new Attachments(reader, policies);
  for (const policy of reader.all('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')) {
    attached.add(policy, policy.properties.texts('Roles'));
  }
  for (const policy of reader.all('AWS::IAM::RolePolicy')) {
    attached.add(policy, [policy.properties.required('RoleName')]);
  }
  const touched = touchedByCustomResources(reader);
  return reader.all('AWS::IAM::Role').map(role => roleNode(role, attached, policies, touched.get(role.origin.key)));
}

/** The policies that are attached to roles. */
class Attachments {
  private readonly statements = new Map<string, Statement[]>();

  /** The reasons why some policies may belong to any role. */
  private readonly strays: string[] = [];

  /** The names of roles that the account of their policy does not declare. If an account is not fixed, a role of another stack may be meant. */
  private readonly unplaced = new Set<string>();

  /** One of them that only the deployment knows in full. */
  private composed?: string;

  constructor(private readonly reader: Reader, private readonly policies: ReadonlyMap<string, readonly Statement[]>) {}

  add(policy: Declared, names: readonly Text[]): void {
    const { key } = policy.origin;
    for (const name of names) {
      const role = name.kind === 'unknown' ? undefined : this.reader.resourceNamed('iam', name, policy);
      if (role !== undefined) {
        for (const statement of this.policies.get(key)!) {
          append(this.statements, role, statement);
        }
      } else if (name.kind === 'unknown' || name.kind === 'reference') {
        const reason = name.kind === 'unknown' ? name.reason : 'it is known at deploy time only';
        this.strays.push(`policy \`${key}\` is attached to an unknown role: ${reason}`);
      } else {
        this.unplaced.add(rendered(name));
        if (name.kind === 'composed') {
          this.composed = rendered(name);
        }
      }
    }
  }

  to({ origin }: Declared): readonly Statement[] {
    return this.statements.get(origin.key) ?? [];
  }

  /** The reasons why a role of that name may have more policies. */
  doubts(name: Text | undefined): readonly string[] {
    const namesake = name && this.namesake(name);
    return namesake === undefined ? this.strays : [...this.strays, `a policy of another stack may be attached to it as \`${namesake}\``];
  }

  private namesake(name: Text): string | undefined {
    const own = known(name);
    if (own === undefined) {
      return [...this.unplaced][0];
    }
    return this.unplaced.has(own) ? own : this.composed;
  }
}

function roleNode(
  role: Declared, attached: Attachments, policies: ReadonlyMap<string, readonly Statement[]>, custom: string | undefined,
): RoleNode {
  const { origin, properties } = role;
  const name = properties.text('RoleName');
  const boundary = properties.text('PermissionsBoundary');
  const own = policies.get(origin.key)!;
  const statements = attached.to(role);
  const managed = managedPolicies(properties.texts('ManagedPolicyArns'), policies);
  return {
    name,
    statements: own.length + managed.statements.length === 0 ? statements : [...own, ...statements, ...managed.statements],
    boundary: boundary && declaredIn(policies, boundary),
    managedPolicies: managed.foreign,
    unknowns: [
      ...attached.doubts(name),
      ...unreadable(properties),
      ...managed.unknowns,
      ...custom === undefined ? [] : [`custom resource \`${custom}\` refers to it and may attach policies`],
    ],
    ...origin,
  };
}

interface ManagedPolicies {
  /** The statements of those that the app declares. */
  readonly statements: readonly Statement[];

  /** Those outside the app. */
  readonly foreign: readonly Text[];
  readonly unknowns: readonly string[];
}

function managedPolicies(arns: readonly Text[], policies: ReadonlyMap<string, readonly Statement[]>): ManagedPolicies {
  const statements: Statement[] = [];
  const foreign: Text[] = [];
  const unknowns: string[] = [];
  for (const arn of arns) {
    const declared = declaredIn(policies, arn);
    if (declared) {
      statements.push(...declared);
    } else if (arn.kind === 'unknown') {
      unknowns.push(`a managed policy is unknown: ${arn.reason}`);
    } else {
      foreign.push(arn);
    }
  }
  return { statements, foreign, unknowns };
}

function declaredIn(policies: ReadonlyMap<string, readonly Statement[]>, arn: Text): readonly Statement[] | undefined {
  return arn.kind === 'reference' ? policies.get(arn.resource) : undefined;
}

function unreadable(properties: Property): string[] {
  return properties.items('Policies').flatMap(policy => policy.unknown ? [`an inline policy is unknown: ${policy.unknown.reason}`] : []);
}
