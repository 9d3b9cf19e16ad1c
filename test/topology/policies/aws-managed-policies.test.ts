import { mayAllow } from '../../../lib/topology/policies/aws-managed-policies';
import { literal, textOf, unknown } from '../../../lib/topology/values/value';

const BASIC = ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

test.each([
  ['the basic policy about queues', literal(`arn:aws${BASIC}`), 'sqs:SendMessage', false],
  ['the basic policy about logs', literal(`arn:aws${BASIC}`), 'logs:PutLogEvents', true],
  ['the basic policy in any partition', textOf(['arn:', { kind: 'pseudo', name: 'AWS::Partition', stack: 'S' }, BASIC]), 'sqs:SendMessage', false],
  ['a policy of an account', literal('arn:aws:iam::123456789012:policy/service-role/AWSLambdaBasicExecutionRole'), 'sqs:SendMessage', true],
  ['a policy that is not in the table', literal('arn:aws:iam::aws:policy/constructor'), 'sqs:SendMessage', true],
  ['an unknown policy', unknown('x'), 'sqs:SendMessage', true],
])('%s', (_, policy, action, expected) => {
  expect(mayAllow(policy, action)).toBe(expected);
});
