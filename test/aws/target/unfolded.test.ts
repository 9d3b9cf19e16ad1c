import { Fn, Lazy, Stack } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { unfolded } from '../../../lib/aws/target/unfolded';

const stack = new Stack();

test.each<[string, unknown, object | undefined]>([
  ['an object as it is', { arn: 'x' }, { arn: 'x' }],
  ['a list that is rendered late', Lazy.any({ produce: () => [{ arn: 'x' }] }), [{ arn: 'x' }]],
  ['a token within a token', Lazy.any({ produce: () => Lazy.any({ produce: () => ({ arn: 'x' }) }) }), { arn: 'x' }],
  ['nothing for what only CloudFormation computes', Fn.conditionIf('C', { arn: 'x' }, {}), undefined],
  ['nothing for a text', 'x', undefined],
  ['nothing for nothing', undefined, undefined],
])('returns %s', (_, value, expected) => {
  expect(unfolded(stack, value)).toEqual(expected);
});

test('keeps references within', () => {
  const arn = new sqs.Queue(stack, 'Queue').queueArn;

  expect(unfolded(stack, Lazy.any({ produce: () => ({ arn }) }))).toEqual({ arn });
});
