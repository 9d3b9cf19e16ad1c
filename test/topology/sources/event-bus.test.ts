import { literal } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

test('a rule with a pattern listens to the default bus of its account and Region', () => {
  const { invocations: [{ from }] } = resources({
    Rule: resource('Events::Rule', { EventPattern: {}, Targets: [{ Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:orders' }] }),
  }, {}, 'aws://unknown-account/unknown-region');
  expect(from).toMatchObject({
    kind: 'bus', name: literal('default'), region: { kind: 'composed', parts: [{ kind: 'pseudo', name: 'AWS::Region', stack: 'S' }] },
  });
});

test('reads a composed name', () => {
  const { invocations: [{ from }] } = resources({
    Fn: resource('Lambda::Function'),
    Rule: resource('Events::Rule', { EventBusName: { 'Fn::Sub': '${Fn}-bus' }, EventPattern: {}, Targets: [{ Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] } }] }),
  });
  expect(from).toMatchObject({ kind: 'bus', name: { kind: 'composed', parts: [{ resource: 'S.Fn' }, '-bus'] } });
});
