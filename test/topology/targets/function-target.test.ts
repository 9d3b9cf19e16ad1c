import { requalified } from '../../../lib/topology/targets/function-target';
import { literal, rendered, unknown } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

function target(FunctionName: unknown) {
  const { permissions } = resources({
    Fn: resource('Lambda::Function', { FunctionName: 'orders' }),
    Queue: resource('SQS::Queue'),
    Alias: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
    P: resource('Lambda::Permission', { FunctionName }),
  });
  return permissions[0].function;
}

test.each<[string, unknown, string, boolean]>([
  ['a reference', { Ref: 'Fn' }, 'S.Fn:$LATEST', false],
  ['an ARN by reference', { 'Fn::GetAtt': ['Fn', 'Arn'] }, 'S.Fn:$LATEST', false],
  ['a name', 'orders', 'S.Fn:$LATEST', false],
  ['$LATEST by name', 'orders:$LATEST', 'S.Fn:$LATEST', true],
  ['a name that only an alias has', 'live', 'arn:aws:lambda:eu-west-1:123456789012:function:live:$LATEST', false],
  ['a version', 'orders:7', 'S.Fn:7', true],
  ['an alias by reference', { Ref: 'Alias' }, 'S.Fn:live', true],
  ['a name of another Region', 'us-east-1:123456789012:function:orders', 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST', false],
  ['a function of another account', 'arn:aws:lambda:eu-west-1:210987654321:function:orders', 'arn:aws:lambda:eu-west-1:210987654321:function:orders:$LATEST', false],
  ['a name that is partly known', { 'Fn::Sub': '${AWS::StackId}-orders' }, 'arn:aws:lambda:eu-west-1:123456789012:function:${S.AWS::StackId}-orders:$LATEST', false],
])('%s', (_, reference, key, qualified) => {
  expect(target(reference)).toMatchObject({ kind: 'function', key, qualified });
});

test.each([
  ['a malformed name', 'a b', '`functionName` must be 1 to 256 characters: a function name, `account:function:name`, or a function ARN, with at most one qualifier, got: "a b". Names and qualifiers consist of letters, digits, hyphens and underscores.'],
  ['a queue', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'it is not a function: ${S.Queue.Arn}'],
  ['the URL of a queue', { Ref: 'Queue' }, 'it is not a function: ${S.Queue.Ref}'],
  ['too many fields', { 'Fn::Sub': '${Fn}:a:b' }, 'it is not a function: ${S.Fn.Name}:a:b'],
  ['an ARN without a name', { 'Fn::Sub': 'arn:aws:lambda:eu-west-1:${AWS::StackId}:function' }, 'it is not a function: arn:aws:lambda:eu-west-1:${S.AWS::StackId}:function'],
  ['nothing', undefined, '`FunctionName` is missing'],
])('%s is unknown', (_, reference, reason) => {
  expect(target(reference)).toEqual(unknown(reason));
});

test.each([
  ['the same twice', 'live', { kind: 'function', key: 'S.Fn:live' }],
  ['one that may be the same', { 'Fn::Sub': '${AWS::StackId}' }, unknown('it has two qualifiers: live and ${S.AWS::StackId}')],
  ['two', 'canary', unknown('it has two qualifiers: live and canary')],
])('a name and a separate qualifier mean %s', (_, Qualifier, said) => {
  const { configs: [{ target: configured }] } = resources({
    Fn: resource('Lambda::Function', { FunctionName: 'orders' }), C: resource('Lambda::EventInvokeConfig', { FunctionName: 'orders:live', Qualifier }),
  });
  expect(configured).toMatchObject(said);
});

test('replaces the qualifier of a function', () => {
  const latest = target('orders');
  if (latest.kind === 'unknown') {
    throw new Error(latest.reason);
  }
  const live = requalified(latest, literal('live'));
  expect([live.key, rendered(live.qualifier), live.qualified]).toEqual(['S.Fn:live', 'live', true]);
});
