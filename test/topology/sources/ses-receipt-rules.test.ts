import { aws_ses as ses, aws_ses_actions as actions } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads functions for mail, without synchronous calls', () => {
  const { invocations } = stackOf(stack => {
    const fn = functionIn(stack, 'Fn');
    new ses.ReceiptRuleSet(stack, 'Rules', {
      rules: [{
        actions: [
          new actions.Lambda({ function: fn, invocationType: actions.LambdaInvocationType.REQUEST_RESPONSE }),
          new actions.Lambda({ function: fn }),
          new actions.Lambda({ function: fn, invocationType: actions.LambdaInvocationType.EVENT }),
        ],
      }],
    });
  });
  expect(invocations).toMatchObject([
    { kind: 'ses-receipt-rule', property: 'Rule.Actions[1].LambdaAction.FunctionArn', enabled: literal(true) },
    { kind: 'ses-receipt-rule', property: 'Rule.Actions[2].LambdaAction.FunctionArn' },
  ]);
});

test('leaves out a call of an unknown type', () => {
  const { invocations, deliveries } = resources({
    Fn: resource('Lambda::Function'),
    Rule: resource('SES::ReceiptRule', { Rule: { Actions: [{ LambdaAction: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, InvocationType: { Ref: 'Type' } } }] } }),
  }, { Parameters: { Type: { Type: 'String' } } });
  expect([...invocations, ...deliveries]).toEqual([]);
});
