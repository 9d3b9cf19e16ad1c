import { Aws, Stack, aws_iam as iam, aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { readTemplates } from '../../../lib/topology';
import { arnOf, type Topology } from '../../../lib/topology';
import { permits } from '../../../lib/topology/policies/permits';
import { at, ENV, functionIn, synthesized } from '../synthesized';
import { resource, resources } from '../templates';

/** Whether the first function may send to the queue of the first config. */
function maySend({ functions, roles, configs }: Topology) {
  const { role } = [...functions.values()][0];
  const { onFailure } = configs[0];
  if (role?.kind !== 'role' || onFailure?.kind !== 'queue') {
    throw new Error('no role or no queue');
  }
  return permits(roles.get(role.resource!)!, 'sqs:SendMessage', arnOf(onFailure));
}

test.each([['with', ENV], ['without', undefined]])('a destination of aws-cdk-lib has its permission, %s a fixed environment', (_, env) => {
  const topology = synthesized(app => {
    const stack = new Stack(app, 'S', { env });
    functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
  });
  expect(maySend(topology)).toBe('allowed');
});

test('a grant on another queue does not count', () => {
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

test('collects policies attached in every way, from every stack', () => {
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

test('an unreadable policy makes the permissions unknown', () => {
  const { roles } = resources({
    Role: resource('IAM::Role', { Policies: { 'Fn::If': ['Nope', [], []] }, ManagedPolicyArns: [{ 'Fn::Base64': '' }] }),
    Stray: resource('IAM::Policy', { Roles: [{ 'Fn::Base64': '' }] }),
  });
  expect(roles.get('S.Role')!.unknowns).toEqual([
    'policy `S.Stray` is attached to an unknown role: `Fn::Base64` is known at deploy time only',
    'an inline policy is unknown: its condition is not declared in the template',
    'a managed policy is unknown: `Fn::Base64` is known at deploy time only',
  ]);
});

describe('a policy of another stack may name a role', () => {
  const doubts = (RoleName: unknown, Roles: unknown) => readTemplates([
    { name: 'S', template: { Resources: { Role: resource('IAM::Role', { RoleName }) } } },
    { name: 'T', template: { Resources: { Policy: resource('IAM::Policy', { Roles: [Roles], PolicyDocument: { Statement: [] } }) } } },
  ]).roles.get('S.Role')!.unknowns;
  const composed = { 'Fn::Sub': 'orders-${AWS::Region}' };

  test.each<[string, unknown, unknown, string[]]>([
    ['that is the same', 'orders', 'orders', ['orders']],
    ['of which the policy knows a part', 'orders-eu-west-1', composed, ['orders-${T.AWS::Region}']],
    ['of which the role knows a part', composed, 'orders-eu-west-1', ['orders-eu-west-1']],
    ['of which both know a part', composed, composed, ['orders-${T.AWS::Region}']],
    ['but not if that is another one', 'orders', 'bills', []],
    ['but not one that CloudFormation chooses', undefined, 'orders', []],
    ['but not one that CloudFormation chooses, if a part is known', undefined, composed, []],
  ])('%s', (_, roleName, name, told) => {
    expect(doubts(roleName, name)).toEqual(told.map(other => `a policy of another stack may be attached to it as \`${other}\``));
  });

  test('which only the deployment knows', () => {
    const { roles } = resources({
      Custom: { Type: 'Custom::Role', Properties: { ServiceToken: 'x' } },
      Role: resource('IAM::Role'),
      Policy: resource('IAM::Policy', { Roles: [{ 'Fn::GetAtt': ['Custom', 'RoleName'] }], PolicyDocument: { Statement: [] } }),
    });
    expect(roles.get('S.Role')!.unknowns).toEqual(['policy `S.Policy` is attached to an unknown role: it is known at deploy time only']);
  });
});

describe('a permissions boundary', () => {
  const bounded = (...Statement: object[]) => resources({
    Queue: resource('SQS::Queue'),
    Boundary: resource('IAM::ManagedPolicy', { PolicyDocument: { Statement } }),
    Role: resource('IAM::Role', {
      PermissionsBoundary: { Ref: 'Boundary' },
      Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': ['Queue', 'Arn'] } }] } }],
    }),
    Fn: resource('Lambda::Function', { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
    Config: resource('Lambda::EventInvokeConfig', {
      FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Queue', 'Arn'] } } },
    }),
  });
  const all = { Effect: 'Allow', Action: '*', Resource: '*' };

  test.each<[string, object[], string]>([
    ['that allows it, too', [all], 'allowed'],
    ['that allows other things', [{ ...all, Action: 'logs:*' }], 'missing'],
    ['that denies it', [all, { ...all, Effect: 'Deny', Action: 'sqs:*' }], 'denied'],
    ['that allows it under a condition', [{ ...all, Condition: { Bool: { 'aws:SecureTransport': true } } }], 'unknown'],
  ])('%s limits what a policy allows %j: %s', (_, statements, verdict) => {
    expect(maySend(bounded(...statements))).toBe(verdict);
  });

  test('from outside the app may allow everything', () => {
    const { roles } = resources({ Role: resource('IAM::Role', { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/team' }) });
    expect(roles.get('S.Role')!.boundary).toBeUndefined();
  });
});

function document(action: string): iam.PolicyDocument {
  return new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: [action], resources: [`arn:${Aws.PARTITION}:a:::x`] })] });
}

describe('a custom resource that refers to a role', () => {
  const unknownsWith = (Type: string) => resources({
    Role: resource('IAM::Role'),
    Other: resource('IAM::Role'),
    Attach: { Type, Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:attach', Role: { Ref: 'Role' } } },
  }).roles;

  test.each(['Custom::AttachPolicies', 'AWS::CloudFormation::CustomResource'])('may attach policies to it: %s', type => {
    const roles = unknownsWith(type);
    expect(roles.get('S.Role')!.unknowns).toEqual(['custom resource `S.Attach` refers to it and may attach policies']);
    expect(roles.get('S.Other')!.unknowns).toEqual([]);
  });

  test('attaches none if its effects are known', () => {
    expect(unknownsWith('Custom::LogRetention').get('S.Role')!.unknowns).toEqual([]);
  });
});
