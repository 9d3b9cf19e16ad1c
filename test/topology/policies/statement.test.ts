import { literal, rendered, unknown } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

function statements(document: unknown, rest = {}) {
  const declared = { Queue: resource('SQS::Queue'), Key: resource('KMS::Key', { KeyPolicy: document }, rest) };
  return resources(declared).keys.get('S.Key')!.policy;
}

test('reads single values and lists, and spells out ARNs', () => {
  const [statement] = statements({
    Statement: {
      Effect: 'Allow',
      Action: 'kms:*',
      Resource: ['*', { 'Fn::GetAtt': ['Queue', 'Arn'] }],
      Principal: { Service: ['lambda.amazonaws.com'], AWS: '123456789012' },
      Condition: {},
    },
  });
  expect(statement).toMatchObject({
    origin: 'S.Key',
    property: 'KeyPolicy.Statement',
    effect: literal('Allow'),
    actions: [literal('kms:*')],
    notActions: undefined,
    conditional: true,
    principals: [literal('123456789012'), literal('lambda.amazonaws.com')],
  });
  expect(statement.resources!.map(rendered)).toEqual(['*', 'arn:aws:sqs:eu-west-1:123456789012:${S.Queue.Name}']);
});

test('reads a wildcard principal', () => {
  const [statement] = statements({ Statement: [{ Effect: 'Deny', Principal: '*', NotAction: ['a:b'], NotResource: 'c' }] });
  expect(statement).toMatchObject({
    property: 'KeyPolicy.Statement[0]', principals: [literal('*')], notActions: [literal('a:b')], notResources: [literal('c')], conditional: false,
  });
});

test.each([
  ['a statement that is a text', { Statement: ['x'] }, unknown('it has the wrong type')],
  ['statements that are unknown', { Statement: { 'Fn::If': ['Nope', [], []] } }, unknown('its condition is not declared in the template')],
  ['a document that is unknown', { 'Fn::If': ['Nope', {}, {}] }, unknown('its condition is not declared in the template')],
  ['a statement without effect', { Statement: [{}] }, unknown('`Effect` is missing')],
])('%s has an unknown effect', (_, document, effect) => {
  expect(statements(document)).toMatchObject([{ effect }]);
});

test('finds no statement without a document', () => {
  expect(statements(undefined)).toEqual([]);
});
