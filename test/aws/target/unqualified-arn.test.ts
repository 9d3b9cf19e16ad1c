import { ArnFormat, CfnParameter } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { unqualifiedArn } from '../../../lib/aws/target/unqualified-arn';
import { agnosticStack, fn } from '../fixture';

const THEIRS = 'arn:aws:lambda:eu-west-1:222222222222:function:orders';

test('a function of the app has its own ARN', () => {
  const made = fn(agnosticStack());

  expect(unqualifiedArn(made, made)).toBe(made.functionArn);
});

test('the ARN of an imported function loses its qualifier', () => {
  const stack = agnosticStack();
  const bare = (arn: string) => unqualifiedArn(stack, lambda.Function.fromFunctionArn(stack, `Theirs${arn.length}`, arn));

  expect([THEIRS, `${THEIRS}:live`].map(bare)).toEqual([THEIRS, THEIRS]);
});

test('the ARN of an imported function of an unknown account stays whole if it has no qualifier', () => {
  const stack = agnosticStack();
  const here = stack.formatArn({ service: 'lambda', resource: 'function', resourceName: 'orders', arnFormat: ArnFormat.COLON_RESOURCE_NAME });

  expect(stack.resolve(unqualifiedArn(stack, lambda.Function.fromFunctionArn(stack, 'Here', here)))).toEqual(stack.resolve(here));
});

test('an ARN that only the deployment knows loses its qualifier then', () => {
  const stack = agnosticStack();
  const arn = new CfnParameter(stack, 'Arn').valueAsString;

  expect(stack.resolve(unqualifiedArn(stack, lambda.Function.fromFunctionArn(stack, 'Given', arn)))).toEqual({
    'Fn::Join': [':', Array.from({ length: 7 }, (_, index) => ({ 'Fn::Select': [index, { 'Fn::Split': [':', { Ref: 'Arn' }] }] }))],
  });
});
