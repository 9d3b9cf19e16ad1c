import type { FunctionTarget } from '../../../lib/topology';
import { InvokePermissions, invokePermits, principalOf } from '../../../lib/topology/policies/invoke-permits';
import { resource, resources } from '../templates';

const ARN = { 'Fn::GetAtt': ['Fn', 'Arn'] };
const RULE = resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'T', Arn: ARN }] });

/** Whether the only caller of an app may invoke the function. */
function verdict(declared: Record<string, unknown>) {
  const topology = resources({ Fn: resource('Lambda::Function', { FunctionName: 'orders' }), ...declared });
  const [invocation] = topology.invocations;
  return invokePermits(topology, new InvokePermissions(topology), invocation, invocation.to as FunctionTarget);
}

function permission(more: object = {}) {
  return resource('Lambda::Permission', { FunctionName: ARN, Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com', ...more });
}

test.each<[string, object, string]>([
  ['for the service', {}, 'allowed'],
  ['for the rule', { SourceArn: { 'Fn::GetAtt': ['Rule', 'Arn'] } }, 'allowed'],
  ['for any rule', { SourceArn: 'arn:aws:events:eu-west-1:123456789012:rule/*' }, 'allowed'],
  ['for a rule whose name may be this one', { SourceArn: 'arn:aws:events:eu-west-1:123456789012:rule/shop' }, 'unknown'],
  ['for another service', { Principal: 'sns.amazonaws.com' }, 'missing'],
  ['for the service in one Region', { Principal: 'events.eu-west-1.amazonaws.com' }, 'allowed'],
  ['for a service whose name begins alike', { Principal: 'eventstore.amazonaws.com' }, 'missing'],
  ['that only calls through a function URL fulfil', { Principal: '*', InvokedViaFunctionUrl: true }, 'missing'],
  ['that is not for function URLs', { Principal: '*', InvokedViaFunctionUrl: false }, 'allowed'],
  ['for function URLs without authentication', { Principal: '*', FunctionUrlAuthType: 'NONE' }, 'missing'],
  ['for an organization, to which no service belongs', { Principal: '*', PrincipalOrgID: 'o-abcdefghij' }, 'missing'],
  ['for those with a token, which no service has', { EventSourceToken: 'secret' }, 'missing'],
  ['whose organization only the deployment knows', { PrincipalOrgID: '{{resolve:ssm:/organization}}' }, 'unknown'],
  ['on another qualifier', { FunctionName: { 'Fn::Sub': '${Fn.Arn}:live' } }, 'missing'],
  ['on the function by its name', { FunctionName: 'orders' }, 'allowed'],
])('a permission %s decides as expected', (_, more, expected) => {
  expect(verdict({ Rule: RULE, Permission: permission(more) })).toBe(expected);
});

const TARGET = { Arn: ARN, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } };
const SCHEDULE = resource('Scheduler::Schedule', { Target: TARGET });

function role(statement?: object) {
  return resource('IAM::Role', statement && { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', ...statement }] } }] });
}

test.each<[string, object | undefined, string]>([
  ['no policy', undefined, 'missing'],
  ['the function', { Resource: ARN }, 'allowed'],
  ['the function by its name', { Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:orders' }, 'allowed'],
  ['another function by its name', { Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:other' }, 'missing'],
  ['a denial', { Effect: 'Deny', Resource: '*' }, 'denied'],
  ['a condition', { Resource: ARN, Condition: { Bool: { a: true } } }, 'unknown'],
])('a role with %s', (_, statement, expected) => {
  expect(verdict({ Schedule: SCHEDULE, Role: role(statement) })).toBe(expected);
});

test.each<[string, object, string]>([
  ['anyone', {}, 'unknown'],
  ['an organization', { PrincipalOrgID: 'o-abcdefghij' }, 'unknown'],
  ['calls through a function URL', { InvokedViaFunctionUrl: true }, 'missing'],
])('a permission for %s may let a role in, or not', (_, more, expected) => {
  expect(verdict({ Schedule: SCHEDULE, Role: role(), Permission: permission({ Principal: '*', ...more }) })).toBe(expected);
});

test('a rule may have a permission or a role', () => {
  const Rule = resource('Events::Rule', { EventPattern: {}, Targets: [{ Id: 'T', ...TARGET }] });
  expect(verdict({ Rule, Role: role() })).toBe('missing');
  expect(verdict({ Rule, Role: role({ Resource: ARN }) })).toBe('allowed');
  expect(verdict({ Rule, Role: role(), Permission: permission() })).toBe('allowed');
});

test('only the kinds with a principal need no role', () => {
  expect(principalOf({ kind: 's3-notification' })).toBe('s3.amazonaws.com');
  expect(principalOf({ kind: 'alarm' })).toBe('lambda.alarms.cloudwatch.amazonaws.com');
  expect(principalOf({ kind: 'schedule' })).toBeUndefined();
});

test('a schedule without a role is not judged', () => {
  expect(verdict({ Schedule: resource('Scheduler::Schedule', { Target: { Arn: ARN } }) })).toBe('unknown');
});
