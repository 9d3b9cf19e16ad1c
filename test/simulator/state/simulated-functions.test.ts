import { shop } from '../shop';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:Shop-Orders';
const { functions } = shop().service;

test.each([
  ['by its ARN', ARN],
  ['by the ARN of its alias', `${ARN}:live`],
])('finds a function %s', (_, arn) => {
  expect(functions.declaredAt(arn)?.name).toBe('Shop-Orders');
});

test.each([
  ['another account', ARN.replace('123456789012', '210987654321')],
  ['a queue', 'arn:aws:sqs:us-east-1:123456789012:Shop-Orders'],
])('finds no function by the ARN of %s', (_, arn) => {
  expect(functions.declaredAt(arn)).toBeUndefined();
});
