import { resource, resources } from '../templates';

/** Whether a rule with this state is enabled. */
function enabled(State: unknown) {
  const { invocations } = resources({
    Fn: resource('Lambda::Function'),
    Rule: resource('Events::Rule', { ScheduleExpression: 'rate(1 day)', State, Targets: [{ Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] } }] }),
  });
  return invocations[0].enabled;
}

test.each([
  ['ENABLED', { kind: 'literal', value: true }],
  ['DISABLED', { kind: 'literal', value: false }],
  [undefined, undefined],
  [{ 'Fn::Base64': '' }, { kind: 'unknown', reason: '`Fn::Base64` is known at deploy time only' }],
])('the state %j means %j', (state, expected) => {
  expect(enabled(state)).toEqual(expected);
});
