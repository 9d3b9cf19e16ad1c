import { Aws, Stack, aws_iam as iam, aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { readTemplates } from '../../../lib/topology';
import { arnOf, permits, type Topology } from '../../../lib/topology';
import { at, ENV, functionIn, synthesized } from '../synthesized';
import { resource, resources } from '../templates';

/** Whether the first function may send to the queue of the first config. */
function maySend({ functions, roles, configs }: Topology) {
  const { role } = [...functions.values()][0];
  const { onFailure } = configs[0];
  if (role?.kind !== 'role' || onFailure?.kind !== 'queue') throw new Error('no role or no queue');
  return permits(roles.get(role.resource!)!, 'sqs:SendMessage', arnOf(onFailure));
}

test.each([['with', ENV], ['without', undefined]])('a destination of aws-cdk-lib has its permission, %s a fixed environment', (_, env) => {
  const topology = synthesized(app => {
    const stack = new Stack(app, 'S', { env });
    functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
  });
  expect(maySend(topology)).toBe('allowed');
});

test('a grant on another queue is none on this one', () => {
  const topology = synthesized(app => {
    const stack = new Stack(app, 'S');
    const fn = functionIn(stack, 'Fn', { role: new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }).withoutPolicyUpdates() });
    fn.configureAsyncInvoke({ onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
    new iam.Policy(stack, 'Other', {
      roles: [iam.Role.fromRoleName(stack, 'R', 'somebody-else')],
      statements: [new iam.PolicyStatement({ actions: ['sqs:*'], resources: ['*'] })],
    });
  });
  expect(maySend(topology)).toBe('missing');
});

test('policies reach a role in every way, from every stack', () => {
  const { roles } = synthesized(app => {
    const stack = new Stack(app, 'S');
    const role = new iam.Role(stack, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { inline: document('a:Inline') },
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess'), new iam.ManagedPolicy(stack, 'Managed', { document: document('a:Managed') })],
    });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['a:Attached'], resources: ['*'] }));
    const other = new Stack(app, 'Other');
    new iam.ManagedPolicy(other, 'Managed', { document: document('a:ManagedElsewhere'), roles: [role] });
    new iam.CfnRolePolicy(other, 'RolePolicy', { policyName: 'p', roleName: role.roleName, policyDocument: document('a:RolePolicy') });
  });
  const { statements, managedPolicies, unknowns } = at(roles.values(), 'S/Role/Resource');
  expect(statements.map(({ actions }) => actions?.[0]).map(action => action?.kind === 'literal' && action.value)).toEqual([
    'a:Inline', 'a:Attached', 'a:ManagedElsewhere', 'a:RolePolicy', 'a:Managed',
  ]);
  expect(managedPolicies).toHaveLength(1);
  expect(unknowns).toEqual([]);
});

test('what cannot be read leaves the permissions open', () => {
  const { roles } = resources({
    Role: resource('IAM::Role', { Policies: { 'Fn::If': ['Nope', [], []] }, ManagedPolicyArns: [{ 'Fn::Base64': '' }] }),
    Stray: resource('IAM::Policy', { Roles: [{ 'Fn::Base64': '' }] }),
  });
  expect(roles.get('S.Role')!.unknowns).toEqual([
    'policy `S.Stray` is attached to a role that is unknown: `Fn::Base64` is known at deploy time only',
    'an inline policy is unknown: its condition is not declared in the template',
    'a managed policy is unknown: `Fn::Base64` is known at deploy time only',
  ]);
});

function document(action: string): iam.PolicyDocument {
  return new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: [action], resources: [`arn:${Aws.PARTITION}:a:::x`] })] });
}


test('a policy of another stack may mean a role by its name', () => {
  const role = { Resources: { Role: resource('IAM::Role', { RoleName: 'orders' }) } };
  const policy = { Resources: { Policy: resource('IAM::Policy', { Roles: ['orders'], PolicyDocument: { Statement: [] } }) } };
  const { roles } = readTemplates([{ name: 'S', template: role }, { name: 'T', template: policy }]);
  expect(roles.get('S.Role')!.unknowns).toEqual(['a policy of another stack may be attached to it as `orders`']);
});
