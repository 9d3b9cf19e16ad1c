import { statementsOf, type Statement } from './statement';
import type { Declared, Reader } from '../reader';

/** The types that can have inline policies. */
const IDENTITIES = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** The types of policies that are separate resources. */
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy'];

/** The statements of all policies of roles, users and groups, attached or not, by the key of the resource that contains them. */
export function identityPolicies(reader: Reader): Map<string, readonly Statement[]> {
  return new Map([
    ...reader.all(...IDENTITIES).map(declared => [declared.origin.key, inlineStatements(reader, declared)] as const),
    ...reader.all(...POLICIES).map(({ origin, properties }) => [origin.key, statementsOf(reader, properties.get('PolicyDocument'), origin)] as const),
  ]);
}

function inlineStatements(reader: Reader, { origin, properties }: Declared): readonly Statement[] {
  return properties.items('Policies').flatMap(policy => policy.unknown ? [] : statementsOf(reader, policy.get('PolicyDocument'), origin));
}
