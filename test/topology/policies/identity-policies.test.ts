import { aws_iam as iam } from 'aws-cdk-lib';
import { known } from '../../../lib/topology';
import { stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads the policies of roles, users and groups, attached or not', () => {
  const { identityStatements } = stackOf(stack => {
    const user = new iam.User(stack, 'User');
    const group = new iam.Group(stack, 'Group');
    const role = new iam.Role(stack, 'Role', { assumedBy: user, inlinePolicies: { inline: new iam.PolicyDocument({ statements: [allowing('a:Inline')] }) } });
    for (const identity of [user, group, role]) {
      identity.addToPrincipalPolicy(allowing(`a:${identity.node.id}`));
    }
    new iam.ManagedPolicy(stack, 'Managed', { statements: [allowing('a:Managed')] });
  });
  expect(identityStatements.flatMap(({ actions }) => known(actions?.[0])).sort()).toEqual(['a:Group', 'a:Inline', 'a:Managed', 'a:Role', 'a:User']);
});

test('reads each type of policy once', () => {
  const PolicyDocument = { Statement: { Effect: 'Allow', Action: 'a:B' } };
  const { identityStatements } = resources({
    Role: resource('IAM::Role', { ManagedPolicyArns: [{ Ref: 'Managed' }] }),
    User: resource('IAM::User', { Policies: [{ PolicyDocument }] }),
    Group: resource('IAM::Group', { Policies: [{ PolicyDocument }] }),
    Managed: resource('IAM::ManagedPolicy', { PolicyDocument, Roles: [{ Ref: 'Role' }] }),
    OfRole: resource('IAM::RolePolicy', { PolicyDocument, RoleName: { Ref: 'Role' } }),
    OfUser: resource('IAM::UserPolicy', { PolicyDocument, UserName: { Ref: 'User' } }),
    OfGroup: resource('IAM::GroupPolicy', { PolicyDocument, GroupName: { Ref: 'Group' } }),
  });
  expect(identityStatements.map(({ origin, property }) => `${origin} ${property}`)).toEqual([
    'S.User Policies[0].PolicyDocument.Statement', 'S.Group Policies[0].PolicyDocument.Statement',
    ...['Managed', 'OfRole', 'OfUser', 'OfGroup'].map(id => `S.${id} PolicyDocument.Statement`),
  ]);
});

function allowing(action: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: [action], resources: ['*'] });
}
