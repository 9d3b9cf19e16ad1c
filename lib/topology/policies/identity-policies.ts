import { statementsOf, type Statement } from './statement';
import type { Declared, Reader } from '../reader';

/** The types that can have inline policies. */
const IDENTITIES = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** The types of policies that are separate resources. */
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy'];

/** The statements of all policies of roles, users and groups, attached or not, by the key of the resource that contains them. */
export function identityPolicies(reader: Reader): Map<string, readonly Statement[]> {
  const statements = new Map<string, readonly Statement[]>();
  for (const declared of reader.all(...IDENTITIES)) {
    statements.set(declared.origin.key, inlineStatements(reader, declared));
  }
  for (const { origin, properties } of reader.all(...POLICIES)) {
    statements.set(origin.key, statementsOf(reader, properties.get('PolicyDocument'), origin));
  }
  return statements;
}

function inlineStatements(reader: Reader, { origin, properties }: Declared): readonly Statement[] {
  return properties.items('Policies').flatMap(policy => policy.unknown ? [] : statementsOf(reader, policy.get('PolicyDocument'), origin));
}
