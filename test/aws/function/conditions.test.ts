import { CfnCondition, Fn, type CfnResource } from 'aws-cdk-lib';
import { AsyncAlias } from '../../../lib';
import { brokenReferences, existing } from '../broken-references';
import { agnosticStack, fn } from '../fixture';

test('an AsyncAlias exists where its function does', () => {
  const stack = agnosticStack();
  const orders = fn(stack, 'Orders');
  new AsyncAlias(stack, 'Live', { function: orders });
  const condition = new CfnCondition(stack, 'IsProd', { expression: Fn.conditionEquals('a', 'b') });
  (orders.node.defaultChild as CfnResource).cfnOptions.condition = condition;
  expect(brokenReferences(stack)).toEqual([]);
  expect(existing(stack)).toEqual(['AWS::IAM::Role OrdersServiceRole']);
});
