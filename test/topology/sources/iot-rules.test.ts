import { aws_iot as iot } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';

test('reads the actions and error actions of an AWS IoT rule', () => {
  const { invocations } = stackOf(stack => {
    const { functionArn } = functionIn(stack, 'Fn');
    new iot.CfnTopicRule(stack, 'Rule', {
      topicRulePayload: {
        sql: 'SELECT * FROM "x"',
        actions: [{ sns: { roleArn: 'r', targetArn: 't' } }, { lambda: { functionArn } }],
        errorAction: { lambda: { functionArn } },
        ruleDisabled: true,
      },
    });
  });
  expect(invocations).toMatchObject([
    { kind: 'iot-rule', property: 'TopicRulePayload.Actions[1].Lambda.FunctionArn', to: { kind: 'function' }, enabled: literal(false) },
    { kind: 'iot-rule', property: 'TopicRulePayload.ErrorAction.Lambda.FunctionArn', to: { kind: 'function' } },
  ]);
});
