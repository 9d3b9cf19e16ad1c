import { statementsOf, type Statement } from './statement';
import { append } from '../assembly/app';
import type { Declared, Reader } from '../reader';
import type { RoleNode } from '../topology';
import { known, type Text } from '../values/value';

/** The roles of the app, with every policy that the app attaches to them, in whatever stack. */
export function roles(reader: Reader): RoleNode[] {
  const attached = new Map<string, Statement[]>();
  const strays: string[] = [];
  const unplaced = new Set<string>();
  for (const policy of reader.all('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')) {
    const statements = statementsOf(reader, policy.properties.get('PolicyDocument'), policy.origin);
    attach(reader, policy, policy.properties.get('Roles').texts(), statements, { attached, strays, unplaced });
  }
  for (const policy of reader.all('AWS::IAM::RolePolicy')) {
    const statements = statementsOf(reader, policy.properties.get('PolicyDocument'), policy.origin);
    attach(reader, policy, [policy.properties.required('RoleName')], statements, { attached, strays, unplaced });
  }
  const managed = managedPolicies(reader);
  return reader.all('AWS::IAM::Role').map(role => {
    const name = known(role.properties.text('RoleName'));
    const more = name !== undefined && unplaced.has(name) ? [`a policy of another stack may be attached to it as \`${name}\``] : [];
    return roleNode(reader, role, attached.get(role.origin.key) ?? [], managed, [...strays, ...more]);
  });
}

interface Attachments {
  readonly attached: Map<string, Statement[]>;

  /** Why some policies may be anybody's. */
  readonly strays: string[];

  /** Names of roles that are not declared where their policy is: in an account that is not fixed, they may be those of other stacks. */
  readonly unplaced: Set<string>;
}

function attach(
  reader: Reader, policy: Declared, names: readonly Text[], statements: readonly Statement[], { attached, strays, unplaced }: Attachments,
): void {
  for (const name of names) {
    const role = name.kind === 'unknown' ? undefined : reader.resourceNamed('iam', name, policy);
    if (name.kind === 'unknown') strays.push(`policy \`${policy.origin.key}\` is attached to a role that is unknown: ${name.reason}`);
    if (name.kind === 'literal' && role === undefined) unplaced.add(name.value);
    for (const statement of role === undefined ? [] : statements) append(attached, role!, statement);
  }
}

function managedPolicies(reader: Reader): ReadonlyMap<string, readonly Statement[]> {
  return new Map(reader.all('AWS::IAM::ManagedPolicy').map(policy =>
    [policy.origin.key, statementsOf(reader, policy.properties.get('PolicyDocument'), policy.origin)]));
}

function roleNode(
  reader: Reader,
  { origin, properties }: Declared,
  attached: readonly Statement[],
  managed: ReadonlyMap<string, readonly Statement[]>,
  strays: readonly string[],
): RoleNode {
  const arns = properties.get('ManagedPolicyArns').texts();
  const declared = (arn: Text) => arn.kind === 'reference' ? managed.get(arn.resource) : undefined;
  const policies = properties.get('Policies').items();
  const inline = policies.flatMap(policy => policy.unknown ? [] : statementsOf(reader, policy.get('PolicyDocument'), origin));
  const unreadable = policies.flatMap(policy => policy.unknown ? [`an inline policy is unknown: ${policy.unknown.reason}`] : []);
  return {
    name: properties.text('RoleName'),
    statements: [...inline, ...attached, ...arns.flatMap(arn => declared(arn) ?? [])],
    managedPolicies: arns.filter(arn => arn.kind !== 'unknown' && !declared(arn)),
    unknowns: [
      ...strays,
      ...unreadable,
      ...arns.flatMap(arn => arn.kind === 'unknown' ? [`a managed policy is unknown: ${arn.reason}`] : []),
    ],
    ...origin,
  };
}
