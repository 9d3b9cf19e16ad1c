import { permits, policyPermits } from '../../../lib/topology/policies/permits';
import type { Statement } from '../../../lib/topology/policies/statement';
import { literal, textOf, unknown, type Text } from '../../../lib/topology/values/value';

const QUEUE = literal('arn:aws:sqs:eu-west-1:123456789012:orders');
const OTHER = literal('arn:aws:sqs:eu-west-1:123456789012:other');
const OPEN = textOf(['arn:aws:sqs:eu-west-1:123456789012:', { kind: 'reference', resource: 'S.Q', attribute: 'Name' }]);

function statement(effect: string, actions: string[], resources: Text[], more: Partial<Statement> = {}): Statement {
  return { origin: 'S.P', property: 'Statement[0]', effect: literal(effect), actions: actions.map(literal), resources, conditional: false, ...more };
}

const role = (...statements: Statement[]) => ({ statements, managedPolicies: [], unknowns: [] });
const ALLOW = statement('Allow', ['sqs:SendMessage'], [QUEUE]);

test.each<[string, Statement[], string]>([
  ['nothing', [], 'missing'],
  ['exactly it', [ALLOW], 'allowed'],
  ['it in another case', [statement('Allow', ['SQS:sendmessage'], [QUEUE])], 'allowed'],
  ['all of it', [statement('Allow', ['*'], [literal('*')])], 'allowed'],
  ['another action', [statement('Allow', ['sqs:ReceiveMessage'], [QUEUE])], 'missing'],
  ['another resource', [statement('Allow', ['sqs:*'], [OTHER])], 'missing'],
  ['everything but others', [statement('Allow', ['sqs:*'], [], { resources: undefined, notResources: [OTHER] })], 'allowed'],
  ['everything but this', [statement('Allow', [], [QUEUE], { actions: undefined, notActions: [literal('sqs:*')] })], 'missing'],
  ['a denial besides', [ALLOW, statement('Deny', ['sqs:*'], [literal('*')])], 'denied'],
  ['a denial under conditions', [ALLOW, statement('Deny', ['sqs:*'], [literal('*')], { conditional: true })], 'unknown'],
  ['a condition', [{ ...ALLOW, conditional: true }], 'unknown'],
  ['a condition of something else', [statement('Allow', ['sns:Publish'], [QUEUE], { conditional: true })], 'missing'],
  ['a resource that may be it', [statement('Allow', ['sqs:SendMessage'], [OPEN])], 'unknown'],
  ['a resource that is unknown', [statement('Allow', ['sqs:SendMessage'], [unknown('x')])], 'unknown'],
  ['an effect that is unknown', [{ ...ALLOW, effect: unknown('x') }], 'unknown'],
  ['no resource at all', [{ ...ALLOW, resources: undefined }], 'unknown'],
])('a role with %s', (_, statements, expected) => {
  expect(permits(role(...statements), 'sqs:SendMessage', QUEUE)).toBe(expected);
});

test('an action outside the permissions boundary is refused, also with further policies', () => {
  const within = (boundary: Statement[], more = {}) => permits({ ...role(ALLOW), ...more, boundary }, 'sqs:SendMessage', QUEUE);
  expect(within([ALLOW])).toBe('allowed');
  expect(within([{ ...ALLOW, conditional: true }])).toBe('unknown');
  expect(within([])).toBe('missing');
  expect(within([], { statements: [], unknowns: ['x'] })).toBe('missing');
  expect(within([ALLOW, statement('Deny', ['sqs:*'], [literal('*')])], { statements: [] })).toBe('denied');
});

test('a managed policy outside the app may allow more', () => {
  const managed = (arn: string) => ({ ...role(), managedPolicies: [literal(arn)] });
  expect(permits(managed('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'), 'sqs:SendMessage', QUEUE)).toBe('missing');
  expect(permits(managed('arn:aws:iam::aws:policy/AmazonSQSFullAccess'), 'sqs:SendMessage', QUEUE)).toBe('unknown');
  expect(permits({ ...role(), unknowns: ['x'] }, 'sqs:SendMessage', QUEUE)).toBe('unknown');
});

test('a resource policy allows the principals that it names', () => {
  const to = (...principals: Text[]) => [statement('Allow', ['sqs:*'], [literal('*')], { principals })];
  const me = literal('arn:aws:iam::123456789012:role/me');
  expect(policyPermits(to(me), 'sqs:SendMessage', QUEUE, [me])).toBe('allowed');
  expect(policyPermits(to(literal('*')), 'sqs:SendMessage', QUEUE, [me])).toBe('allowed');
  expect(policyPermits(to(literal('sns.amazonaws.com')), 'sqs:SendMessage', QUEUE, [me])).toBe('missing');
  expect(policyPermits(to(unknown('x')), 'sqs:SendMessage', QUEUE, [me])).toBe('unknown');
});
